import type { BillingProfile } from './billing-profile.ts';
import { attemptIdOf, type Charge } from './charge.ts';
import { applyCredit, type Claim, leaseMs, refuseTooMany } from './claim-charge.ts';
import { appendAll } from './credit-chain.ts';
import type { Occasion } from './credit-decision.ts';
import { topUpGrants } from './credit-top-up.ts';
import { markOfQuote, quotedInvoiceId } from './ids.ts';
import { type Attempt, type AttemptTrigger, grantsOf } from './invoice.ts';
import { isOver, type Membership } from './membership.ts';
import type { MoneyAccount } from './money-account.ts';
import { enterMoney } from './money-account.ts';
import type { PlanVersion } from './plan.ts';
import { changedNow } from './plan-change-effect.ts';
import type { PlanChangeQuote } from './plan-quote.ts';
import { refuseUnless } from './refusal.ts';
import { firstInvoice, returned, type Settlement, type SettleRequest } from './settle-charge.ts';

/** Everything that claiming the price of a change reads. `declined` are the tries of other quotes that cards said no to. */
export interface ChangeClaimRequest {
  readonly membership: Membership;
  readonly quote: PlanChangeQuote;
  readonly profile: BillingProfile;
  readonly money: MoneyAccount;
  readonly declined: readonly Pick<Attempt, 'at' | 'card' | 'declineClass'>[];
  readonly trigger: AttemptTrigger;
  readonly timeZone: string;
  readonly occasion: Occasion;
}

/** The charge of a quote: exactly its amounts, whoever takes the money. */
export function chargeOfQuote(
  quote: PlanChangeQuote,
  more: Pick<Charge, 'trigger' | 'claimedAt' | 'leaseUntil'> & Partial<Pick<Charge, 'card' | 'customer'>>,
): Charge {
  const { period, total, creditApplied, amount, lines } = quote;
  const tax = lines[0]?.taxRule;
  return {
    attempt: 1,
    invoiceId: quotedInvoiceId(quote.quoteId),
    period,
    total,
    creditApplied,
    amount,
    ...(tax === undefined ? {} : { tax }),
    quote,
    state: 'charging',
    ...more,
  };
}

/**
 * Claims the price of a change of plan, before anybody is asked for money. Refusals: `payment_in_progress`,
 * `membership_not_running`, `no_card_on_file`, `too_many_attempts`.
 */
export function claimChange(request: ChangeClaimRequest): Claim {
  const { membership, quote, profile, declined, trigger, timeZone, occasion } = request;
  const { at, today } = occasion;
  refuseUnless(membership.charge === undefined, 'payment_in_progress');
  refuseUnless(!isOver(membership, today), 'membership_not_running');
  const card = profile.card?.paymentMethodId;
  const { customerId: customer } = profile;
  if (quote.amount > 0) {
    refuseUnless(card !== undefined && customer !== undefined, 'no_card_on_file');
    refuseTooMany(declined, { card, at, timeZone });
  }
  const charge = chargeOfQuote(quote, {
    trigger,
    claimedAt: at,
    leaseUntil: at + leaseMs,
    ...(card === undefined ? {} : { card }),
    ...(customer === undefined ? {} : { customer }),
  });
  const { money, moneyEntry } = applyCredit(request.money, charge, occasion);
  return { membership: { ...membership, charge }, charge, money, moneyEntry };
}

/**
 * What the outcome of a change's charge does. Paid: the new plan, what it gives beyond what this period brought already,
 * the paid invoice, and account credit for days that were worth more. Declined: nothing has changed, and account credit
 * is given back in the same step; the invoice of such a settlement is never written. `to` is the version changed to.
 */
export function settleChange(request: SettleRequest, quote: PlanChangeQuote, to: PlanVersion): Settlement {
  const { membership, charge, outcome, account, occasion } = request;
  const { charge: _, ...rest } = membership;
  const { planId, version: planVersion } = quote.to;
  const { membershipId } = membership;
  const cause = { kind: 'plan_change', membershipId, planId, planVersion, period: quote.period } as const;
  const invoice = firstInvoice(request, cause, quote.lines);
  if (outcome.kind !== 'succeeded') {
    return { membership: rest, invoice, credits: { account, entries: [] }, ...returned(request) };
  }
  const changed = changedNow(rest, request.plan, to, quote);
  const change = { grantedOn: quote.effectiveOn, mark: markOfQuote(quote.quoteId) };
  const why = { ...occasion, causeId: charge.invoiceId };
  const credits = appendAll(account, topUpGrants(account, changed, to, change, why));
  return {
    membership: changed,
    invoice: {
      ...invoice,
      state: 'paid',
      paidAt: occasion.at,
      paidOn: occasion.today,
      creditApplied: charge.creditApplied,
      payment: outcome.payment,
      grants: grantsOf(credits.entries),
    },
    credits,
    ...creditForDays(request, quote),
  };
}

function creditForDays(
  { money, charge, occasion }: SettleRequest,
  { toAccountCredit }: PlanChangeQuote,
): Pick<Settlement, 'money' | 'moneyEntry'> {
  if (toAccountCredit === 0) return { money, moneyEntry: undefined };
  const { account, entry } = enterMoney(money, {
    kind: 'RETURN',
    amount: toAccountCredit,
    reason: { code: 'plan_change' },
    actor: occasion.actor,
    causeId: attemptIdOf(charge),
    on: occasion.today,
    at: occasion.at,
  });
  return { money: account, moneyEntry: entry };
}
