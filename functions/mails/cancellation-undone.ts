import { formatDate, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { upcomingCharge } from '../views/charge-view.ts';
import { waysTo } from './addressee.ts';
import { cancelPage, endsOnline } from './cancel-page.ts';
import { toMember } from './member-letter.ts';
import { membershipAt } from './membership-at.ts';

/** The answer to taking it back: it goes on, and what comes next. */
export const cancellationUndone = toMember((cause, member, { name, tongue }) => {
  const found = membershipAt(cause, member);
  // Cancelled again since: that has its own mail.
  if (!found || found.membership.cancelOn !== undefined) return 'superseded';
  const { membership, plan, today } = found;
  const { configuration, site } = cause;
  const business = configuration.business.value;
  const bill = upcomingCharge(membership, configuration, today, member);
  const words = mailsIn(tongue.language).membership.goesOn({
    business: business.name,
    name,
    plan: plan.name,
    nextBill: bill && { amount: formatMoney(bill.total, tongue.locale), day: formatDate(bill.on, tongue.locale) },
    cancel: {
      ways: waysTo(business),
      portal: endsOnline(membership, business) ? cancelPage(site, membership) : undefined,
    },
  });
  return { kind: 'membership_goes_on', words };
});
