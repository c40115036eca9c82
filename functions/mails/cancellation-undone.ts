import { pauseInWords } from '../../shared/wording/describe-cancellation.ts';
import { formatDate, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { droppedPauseIn } from '../billing/dropped-pause.ts';
import { upcomingCharge } from '../views/charge-view.ts';
import { pauseView } from '../views/pause-view.ts';
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
  const { configuration, site, event } = cause;
  const business = configuration.business.value;
  const bill = upcomingCharge(membership, configuration, today, member);
  const pause = pauseView(membership, plan, configuration, today);
  const staysOff = droppedPauseIn(event.subject);
  const day = (date: string) => formatDate(date, tongue.locale);
  const words = mailsIn(tongue.language).membership.goesOn({
    business: business.name,
    name,
    plan: plan.name,
    pause: pause && pauseInWords(pause, tongue, day),
    staysOff: staysOff && tongue.words.cancellation.undoPause.staysOff(pauseInWords(staysOff, tongue, day)),
    nextBill: bill && { amount: formatMoney(bill.total, tongue.locale), day: day(bill.on) },
    cancel: {
      ways: waysTo(business),
      portal: endsOnline(membership, business) ? cancelPage(site, membership) : undefined,
    },
  });
  return { kind: 'membership_goes_on', words };
});
