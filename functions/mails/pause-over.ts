import { formatDate } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { toMember } from './member-letter.ts';
import { membershipAt } from './membership-at.ts';
import { afterPauseInWords, creditsInWords, feeInNextBill } from './pause-facts.ts';

/** The confirmation that a pause was ended early (rule P7); one that ends on its day was announced a week before. */
export const pauseEndedEarly = toMember((cause, member, { name, tongue }) => {
  const found = membershipAt(cause, member);
  if (cause.event.subject.early !== 1 || !found || found.membership.pause !== undefined) return 'superseded';
  const { plan } = found;
  const words = mailsIn(tongue.language).pause.resumed({
    business: cause.configuration.business.value.name,
    name,
    plan: plan.name,
    after: afterPauseInWords(cause, found, member, tongue),
    includesFee: feeInNextBill(cause, found, tongue),
    credits: creditsInWords(cause, found, member, tongue),
  });
  return { kind: 'pause_resumed', words };
});

const reasonOf = (because: unknown) =>
  because === 'payment_open' || because === 'closure_undone' || because === 'closure_payment_open'
    ? because
    : 'requested';

/** That a pause which was agreed on does not begin, and why. */
export const pauseCalledOff = toMember((cause, member, { name, tongue }) => {
  const found = membershipAt(cause, member);
  if (!found || found.membership.pause !== undefined) return 'superseded';
  const { plan } = found;
  const { from, because } = cause.event.subject;
  const words = mailsIn(tongue.language).pause.calledOff({
    business: cause.configuration.business.value.name,
    name,
    plan: plan.name,
    firstDay: formatDate(String(from), tongue.locale),
    because: reasonOf(because),
    after: afterPauseInWords(cause, found, member, tongue),
  });
  return { kind: 'pause_called_off', words };
});
