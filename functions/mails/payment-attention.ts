import { hasBenefitsLeft } from '../../shared/domain/benefits-left.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import type { Due } from '../../shared/domain/charge.ts';
import { isUsable } from '../../shared/domain/credit-account.ts';
import {
  DunningMessage,
  type DunningPolicies,
  dunningSteps,
  nextStepAfter,
  stepAfterDecline,
} from '../../shared/domain/dunning.ts';
import { statusOn } from '../../shared/domain/membership.ts';
import { formatDay, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { openPayment } from '../views/charge-view.ts';
import { cardLink } from './card-link.ts';
import { toMember } from './member-letter.ts';
import { membershipAt } from './membership-at.ts';

/**
 * The mail of a dunning step (rule D2): what is due, what that means for the benefits, and a fresh link that mends it.
 * None when anything has changed for the better since, or a newer step has its own.
 */
export const paymentAttention = toMember(async (cause, member, addressee, world) => {
  const { event, configuration } = cause;
  const { policies } = configuration.business.value;
  const message = DunningMessage.parse(event.subject.message);
  const found = membershipAt(cause, member);
  if (!found) return 'superseded';
  const { membership, plan, today } = found;
  const { due, charge: _, ...settled } = membership;
  const status = statusOn(membership, today);
  const isOpen = due?.invoiceId === event.subject.invoiceId && (status === 'past_due' || status === 'unpaid');
  if (!due || !isOpen || isOvertaken(due, Number(event.subject.day), policies)) return 'superseded';
  const invoice = await readInvoice(world.table, event.business, membership.memberId, due.invoiceId);
  const open = openPayment({ ...settled, due }, configuration, today);
  if (invoice?.value.state !== 'open' || !open) return 'superseded';

  const { tongue, name } = addressee;
  const { locale } = tongue;
  const day = (date: string) => formatDay(date, today, locale);
  const link = cardLink(cause, member, addressee, world.chance.newToken());
  const nextTry = nextTryOf(due, policies);
  const usable = member.account.value.buckets.filter((bucket) => isUsable(bucket, today));
  const words = mailsIn(tongue.language).payment.steps[message]({
    business: configuration.business.value.name,
    name,
    plan: plan.name,
    amount: formatMoney(open.amount, locale),
    since: day(due.since),
    reason: tongue.words.billing.attention.reason[open.reason],
    restsFrom: open.restsFrom && day(open.restsFrom),
    hasBenefitsLeft: hasBenefitsLeft(membership.membershipId, plan.benefits, usable),
    nextTry: nextTry && day(nextTry),
    endsOn: day(addDays(due.since, policies.cancelAfterDays)),
    until: link.until,
  });
  return { kind: `payment_${message}`, words, url: link.url, writes: link.writes };
});

/** True when a later step with a message of its own has been reached. */
const isOvertaken = ({ step }: Due, day: number, policies: DunningPolicies): boolean =>
  dunningSteps(policies).some((later) => later.day > day && later.day <= step && later.message !== undefined);

/** The day on which the card is tried again by itself. */
function nextTryOf({ step, since, declineClass }: Due, policies: DunningPolicies): string | undefined {
  const next = nextStepAfter(dunningSteps(policies), step);
  return next && stepAfterDecline(next, declineClass).charge ? addDays(since, next.day) : undefined;
}
