import { estimateNumber } from '../../shared/domain/estimate.ts';
import { formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { readEstimate } from '../store/estimate-rows.ts';
import { toMember } from './member-letter.ts';

/** Tells a client who had accepted that nothing is to be paid after all; who had not answered yet owes nothing anyway. */
export const estimateWithdrawn = toMember(
  async ({ event, configuration, site }, { profile }, { name, tongue }, { table }) => {
    const { business: slug, subject } = event;
    const estimate = (await readEstimate(table, slug, profile.memberId, String(subject.estimateId)))?.value;
    if (estimate?.state !== 'withdrawn' || estimate.answer?.kind !== 'accepted') return 'superseded';
    const { total, currency, estimateId } = estimate;
    const hasPortal = profile.logins.length > 0;
    const words = mailsIn(tongue.language).estimate.withdrawn({
      business: configuration.business.value.name,
      name,
      number: estimateNumber(slug, estimate),
      total: formatMoney({ amount: total, currency }, tongue.locale),
      hasPortal,
    });
    return {
      kind: 'estimate_withdrawn',
      words,
      ...(hasPortal ? { url: `${site}/portal/payments/estimates/${estimateId}` } : {}),
    };
  },
);
