import { mayAttempt } from './attempt-ceiling.ts';
import type { BillingProfile } from './billing-profile.ts';
import { attemptIdOf, type Charge } from './charge.ts';
import type { Occasion } from './credit-decision.ts';
import { periodInvoiceId } from './ids.ts';
import { type Attempt, type AttemptTrigger, isBySchedule } from './invoice.ts';
import { statusAfter } from './lifecycle.ts';
import { type Membership, statusOn } from './membership.ts';
import { enterMoney, type MoneyAccount, type MoneyEntry } from './money-account.ts';
import { billLines, totalOf } from './period-invoice.ts';
import type { PlanVersion } from './plan.ts';
import { atNextBill } from './plan-change-effect.ts';
import { Refusal, refuseUnless } from './refusal.ts';
import type { TaxRule } from './tax.ts';
import type { Period } from './time.ts';

/** Milliseconds in which whoever charges must have come back; longer than any function runs. */
export const leaseMs = 3 * 60_000;

/** Everything that claiming a charge reads. `attempts` are those of the open invoice; empty for a first try. */
export interface ClaimRequest {
  readonly membership: Membership;
  readonly plan: PlanVersion;
  /** The version that a pending change names; `plan` without one. */
  readonly nextPlan: PlanVersion;
  readonly profile: BillingProfile;
  readonly money: MoneyAccount;
  readonly tax: TaxRule | undefined;
  readonly attempts: readonly Attempt[];
  readonly trigger: AttemptTrigger;
  /** The dunning day that this try is, if it is one. */
  readonly step: number | undefined;
  readonly timeZone: string;
  readonly occasion: Occasion;
}

/** The charge written down, before anybody is asked for money. What account credit pays is taken at once (rule C11). */
export interface Claim {
  /** With the charge; on the new version, where a change takes effect with this bill. */
  readonly membership: Membership;
  readonly charge: Charge;
  readonly money: MoneyAccount;
  readonly moneyEntry: MoneyEntry | undefined;
}

/**
 * The amount of the next period, or of the open invoice, as it will be charged: the same numbers for the preview and
 * for the charge. Minor units; `total` includes tax, `amount` is the card's part.
 */
export function coming(
  { membership, plan, profile, money, tax }: Pick<ClaimRequest, 'membership' | 'plan' | 'profile' | 'money' | 'tax'>,
  period: Period,
) {
  const total = membership.due?.amount ?? totalOf(billLines(membership, plan, period, tax));
  const creditApplied = profile.usesAccountCredit ? Math.min(total, money.balance) : 0;
  return { total, creditApplied, amount: total - creditApplied };
}

/**
 * Claims the next try to take a membership's money. The attempt's name follows from membership, period and number, so
 * two who claim at once collide, and a lost answer is asked for again under the same name.
 * Refusals: `payment_in_progress`, `membership_not_running` once it has ended, `membership_paused` unless somebody pays
 * what was open before, `too_many_attempts` (today, or of this card).
 */
export function claimCharge(request: ClaimRequest): Claim {
  const { profile, attempts, trigger, occasion, tax } = request;
  const { due } = request.membership;
  refuseUnless(request.membership.charge === undefined, 'payment_in_progress');
  statusAfter(statusOn(request.membership, occasion.today), isBySchedule(trigger) ? 'charge_due' : 'pay_open_invoice');
  const { membership, plan, period: next } = atNextBill(request, occasion.today);
  const period = due?.period ?? next;
  const invoiceId = due?.invoiceId ?? periodInvoiceId(membership.membershipId, period.index);
  const card = profile.card?.paymentMethodId;
  const { total, creditApplied, amount } = coming({ ...request, membership, plan }, period);
  if (amount > 0 && card !== undefined) refuseTooMany(attempts, { card, at: occasion.at, timeZone: request.timeZone });
  const charge: Charge = {
    attempt: attempts.length + 1,
    invoiceId,
    period,
    total,
    creditApplied,
    amount,
    ...(tax === undefined ? {} : { tax }),
    ...(card === undefined ? {} : { card }),
    ...(profile.customerId === undefined ? {} : { customer: profile.customerId }),
    trigger,
    ...(request.step === undefined ? {} : { step: request.step }),
    claimedAt: occasion.at,
    leaseUntil: occasion.at + leaseMs,
    state: 'charging',
  };
  const { money, moneyEntry } = applyCredit(request.money, charge, occasion);
  return { membership: { ...membership, charge }, charge, money, moneyEntry };
}

/** Refuses `too_many_attempts` when the card was tried so often today, or in thirty days, that the next is too many (D3). */
export function refuseTooMany(
  attempts: readonly Pick<Attempt, 'at' | 'card' | 'declineClass'>[],
  { card, at, timeZone }: { readonly card: string; readonly at: number; readonly timeZone: string },
): void {
  const answered = attempts.flatMap((attempt) =>
    attempt.card === undefined || attempt.declineClass === 'technical' ? [] : [{ at: attempt.at, card: attempt.card }],
  );
  const verdict = mayAttempt(answered, card, at, timeZone);
  if (verdict !== 'yes') throw new Refusal('too_many_attempts', { limit: verdict });
}

/** Account credit after what it pays of a charge was taken. */
export function applyCredit(
  money: MoneyAccount,
  charge: Charge,
  occasion: Occasion,
): Pick<Claim, 'money' | 'moneyEntry'> {
  if (charge.creditApplied === 0) return { money, moneyEntry: undefined };
  const { account, entry } = enterMoney(money, {
    kind: 'APPLY',
    amount: charge.creditApplied,
    reason: { code: 'invoice' },
    actor: occasion.actor,
    causeId: attemptIdOf(charge),
    on: occasion.today,
    at: occasion.at,
  });
  return { money: account, moneyEntry: entry };
}

/** The membership while nobody knows whether the money was taken: to be looked at again, under the same name. */
export function markUnknown(membership: Membership, charge: Charge, leaseUntil: number): Membership {
  return { ...membership, charge: { ...charge, state: 'unknown', leaseUntil } };
}

/** Milliseconds for which the provider remembers a key at least (rule I2); after that only a look-up is safe. */
export const sameKeyMs = 23 * 3_600_000;

/** Whether the same request may be sent again, or may only be looked for. */
export const mayRepeat = (charge: Pick<Charge, 'claimedAt'>, at: number): boolean => at - charge.claimedAt < sameKeyMs;
