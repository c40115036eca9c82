import { localDateOf } from '../../shared/domain/calendar.ts';
import { estimateInWords } from '../../shared/wording/describe-estimate.ts';
import { formatDate, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { readEstimate } from '../store/estimate-rows.ts';
import { estimateView } from '../views/estimate-view.ts';
import { toMember } from './member-letter.ts';

/** The estimate: where to read and answer it, or all of it for a client without a portal. None when it is over. */
export const estimateSent = toMember(
  async ({ event, now, configuration, site }, { profile }, { name, tongue }, { table }) => {
    const { business: slug, subject } = event;
    const estimate = await readEstimate(table, slug, profile.memberId, String(subject.estimateId));
    const business = configuration.business.value;
    const today = localDateOf(now, business.timeZone);
    const view = estimate && estimateView(estimate.value, profile, { configuration, today });
    if (!estimate || view?.state !== 'open') return 'superseded';
    const hasPortal = profile.logins.length > 0;
    const words = mailsIn(tongue.language).estimate.sent({
      business: business.name,
      name,
      number: view.number,
      total: formatMoney(view.total, tongue.locale),
      validUntil: formatDate(view.validUntil, tongue.locale),
      isNewer: estimate.value.version > 1,
      ...(hasPortal ? {} : { paper: estimateInWords(view, tongue) }),
    });
    return {
      kind: 'estimate_sent',
      words,
      ...(hasPortal ? { url: `${site}/portal/payments/estimates/${view.estimateId}` } : {}),
    };
  },
);
