import { nextPeriod } from './billing-schedule.ts';
import type { Policies } from './business.ts';
import { attemptIdOf, type Charge, type Due } from './charge.ts';
import type { CreditAccount, Entry } from './credit-account.ts';
import type { CreditDecision, Occasion } from './credit-decision.ts';
import { grantPeriod } from './credit-period.ts';
import type { DeclineClass } from './decline.ts';
import { type DunningPolicies, type DunningStep, dunningSteps, technicalRetry } from './dunning.ts';
import { frozenFrom, giveFrozenDaysBack } from './frozen-days.ts';
import { type Attempt, grantsOf, type Invoice, type Payment } from './invoice.ts';
import { statusAfter } from './lifecycle.ts';
import { type Membership, statusOn } from './membership.ts';
import type { Currency } from './money.ts';
import { enterMoney, type MoneyAccount, type MoneyEntry } from './money-account.ts';
import { withoutComingPause } from './pause.ts';
import { billLines } from './period-invoice.ts';
import type { PlanVersion } from './plan.ts';
import type { Seller } from './seller.ts';
import type { Period } from './time.ts';

/** What became of a charge. An outcome that nobody knows is none: the charge stays. */
export type ChargeOutcome =
  | { readonly kind: 'succeeded'; readonly payment: Payment }
  | {
      readonly kind: 'declined';
      readonly declineClass: DeclineClass;
      readonly code: string;
      readonly paymentIntentId?: string | undefined;
    }
  /** There was no card to ask. */
  | { readonly kind: 'no_card' };

/** Everything that settling reads. `invoice` is the open one; absent at the first try. */
export interface SettleRequest {
  readonly membership: Membership;
  readonly charge: Charge;
  readonly outcome: ChargeOutcome;
  readonly plan: PlanVersion;
  readonly policies: DunningPolicies & Pick<Policies, 'frozenClockStops'>;
  readonly invoice: Invoice | undefined;
  readonly account: CreditAccount;
  /** What happened to the credits since they rest for want of this payment; needed only then. */
  readonly sinceFrozen?: readonly Entry[] | undefined;
  readonly money: MoneyAccount;
  readonly seller: Seller;
  readonly currency: Currency;
  readonly occasion: Occasion;
}

/** What settling writes. `credits.entries` is empty unless the money came. */
export interface Settlement {
  readonly membership: Membership;
  readonly invoice: Invoice;
  readonly credits: CreditDecision;
  readonly money: MoneyAccount;
  readonly moneyEntry: MoneyEntry | undefined;
}

/**
 * What the outcome of a charge does, whoever learns of it first: the worker, the provider's webhook, the person on the
 * hosted page. Success opens the period and grants its credits; a decline opens the invoice and gives back what account
 * credit had paid, in the same step (rules C2.5, C11, D5).
 */
export function settleCharge(request: SettleRequest): Settlement {
  return request.outcome.kind === 'succeeded' ? paid(request, request.outcome.payment) : failed(request);
}

function paid(request: SettleRequest, payment: Payment): Settlement {
  const { membership, charge, occasion, money } = request;
  const period = boughtPeriod(membership, charge, occasion);
  const { charge: _, due: __, noticesSent: ___, pauseFee: ____, ...rest } = membership;
  const status = statusAfter(statusOn(membership, occasion.today), 'payment_succeeded');
  const renewed: Membership = { ...rest, status, period };
  const credits = creditsOf(request, renewed, { ...occasion, causeId: charge.invoiceId });
  const invoice = invoiceAfter(request, period);
  return {
    membership: renewed,
    invoice: {
      ...invoice,
      state: 'paid',
      paidAt: occasion.at,
      paidOn: occasion.today,
      creditApplied: charge.creditApplied,
      payment,
      grants: grantsOf(credits.entries),
    },
    credits,
    money,
    moneyEntry: undefined,
  };
}

/** The days that older credits rested come back (rule G3), then the new ones come. */
function creditsOf(
  { membership, account, plan, policies, sinceFrozen = [] }: SettleRequest,
  renewed: Membership,
  occasion: Occasion,
): CreditDecision {
  const from = frozenFrom(membership, policies, occasion.today);
  if (from === undefined) return grantPeriod(account, renewed, plan, occasion);
  const { membershipId } = membership;
  const clockStops = policies.frozenClockStops ?? false;
  const back = giveFrozenDaysBack(account, { membershipId, from, expired: sinceFrozen, clockStops }, occasion);
  const granted = grantPeriod(back.account, renewed, plan, occasion);
  return { account: granted.account, entries: [...back.entries, ...granted.entries] };
}

/** A period that went by meanwhile is not sold: the money buys the one of today (rule D5). */
function boughtPeriod(membership: Membership, charge: Charge, { today }: Occasion): Period {
  return today < charge.period.end ? charge.period : nextPeriod({ ...membership, period: charge.period }, today);
}

function failed(request: SettleRequest): Settlement {
  const { membership, charge, account, policies, occasion } = request;
  const due = dueAfter(request);
  const last = dunningSteps(policies).at(-1)?.day ?? 0;
  const became = due.step >= last ? 'tries_used_up' : due.step < 0 ? 'provider_failed' : 'payment_failed';
  const status = statusAfter(statusOn(membership, occasion.today), became);
  // The fee of a pause stands on the invoice now; a pause to come is off until it is paid.
  const {
    charge: _,
    pauseFee: __,
    ...rest
  } = status === 'active' ? membership : withoutComingPause(membership, occasion.today);
  return {
    membership: { ...rest, status, due },
    invoice: invoiceAfter(request, charge.period),
    credits: { account, entries: [] },
    ...returned(request),
  };
}

/** The dunning step that the try was, if it was one. */
const stepOf = ({ charge, policies }: Pick<SettleRequest, 'charge' | 'policies'>): DunningStep | undefined =>
  dunningSteps(policies).find(({ day }) => day === charge.step);

function dueAfter(request: SettleRequest): Due {
  const { membership, charge, outcome, occasion } = request;
  const step = stepOf(request);
  const before = membership.due;
  const declineClass = outcome.kind === 'declined' ? outcome.declineClass : 'hard';
  const since = before?.since ?? occasion.today;
  const tries = charge.trigger.kind === 'technical_retry' ? (before?.technical?.tries ?? 0) : 0;
  const retryAt = declineClass === 'technical' ? technicalRetry(occasion.at, tries) : undefined;
  // The provider's failures are no step, until there were too many of them (rule D3).
  const counts = step !== undefined && retryAt === undefined;
  return {
    invoiceId: charge.invoiceId,
    period: charge.period,
    since,
    amount: charge.total,
    step: counts ? step.day : (before?.step ?? (step === undefined ? 0 : -1)),
    attempts: charge.attempt,
    declineClass,
    ...(outcome.kind === 'declined' ? { code: outcome.code } : {}),
    ...(declineClass === 'technical'
      ? { technical: { tries: tries + 1, ...(retryAt === undefined ? {} : { retryAt }) } }
      : {}),
  };
}

/** Account credit after what it had paid of a charge was given back. */
export function returned({
  money,
  charge,
  occasion,
}: Pick<SettleRequest, 'money' | 'charge' | 'occasion'>): Pick<Settlement, 'money' | 'moneyEntry'> {
  if (charge.creditApplied === 0) return { money, moneyEntry: undefined };
  const { account, entry } = enterMoney(money, {
    kind: 'RETURN',
    amount: charge.creditApplied,
    reason: { code: 'not_paid' },
    actor: occasion.actor,
    causeId: attemptIdOf(charge),
    on: occasion.today,
    at: occasion.at,
  });
  return { money: account, moneyEntry: entry };
}

/** The invoice with this try written down; a new one at the first. */
function invoiceAfter(request: SettleRequest, period: Period): Invoice {
  const { membership, charge, invoice, plan } = request;
  const { membershipId, planId, planVersion } = membership;
  const cause = { kind: 'membership', membershipId, planId, planVersion, period } as const;
  const lines = ofDays(invoice?.lines ?? billLines(membership, plan, charge.period, charge.tax), period);
  return invoice === undefined
    ? firstInvoice(request, cause, lines)
    : { ...invoice, cause, lines, attempts: [...invoice.attempts, attemptOf(request)] };
}

/** The invoice of a charge with its first try: open, and issued now. */
export function firstInvoice(request: SettleRequest, cause: Invoice['cause'], lines: Invoice['lines']): Invoice {
  const { membership, charge, seller, currency, occasion } = request;
  const { memberId, locationId } = membership;
  return {
    invoiceId: charge.invoiceId,
    memberId,
    cause,
    currency,
    lines,
    total: charge.total,
    creditApplied: 0,
    seller,
    ...(locationId === undefined ? {} : { locationId }),
    issuedAt: occasion.at,
    issuedOn: occasion.today,
    state: 'open',
    attempts: [attemptOf(request)],
    refunds: [],
    grants: [],
  };
}

/** The amounts stay as they were agreed; only the days that they pay for may have changed (rule D5). */
const ofDays = (lines: Invoice['lines'], { start, end }: Period): Invoice['lines'] =>
  lines.map((line) => (line.subject.kind === 'period' ? { ...line, subject: { ...line.subject, start, end } } : line));

export function attemptOf({ charge, outcome }: Pick<SettleRequest, 'charge' | 'outcome'>): Attempt {
  const paymentIntentId =
    outcome.kind === 'declined'
      ? outcome.paymentIntentId
      : outcome.kind === 'succeeded' && outcome.payment.kind === 'card'
        ? outcome.payment.paymentIntentId
        : undefined;
  return {
    n: charge.attempt,
    at: charge.claimedAt,
    trigger: charge.trigger,
    ...(charge.card === undefined ? {} : { card: charge.card }),
    amount: charge.amount,
    outcome: outcome.kind,
    ...(outcome.kind === 'declined' ? { declineClass: outcome.declineClass, code: outcome.code } : {}),
    ...(paymentIntentId === undefined ? {} : { paymentIntentId }),
  };
}

/** What the members are to be told after a failed try; nothing when a person started it and sees the answer. */
export function messageAfter(request: SettleRequest, settled: Settlement): DunningStep | undefined {
  const { membership, outcome } = request;
  const step = stepOf(request);
  if (outcome.kind === 'succeeded' || step?.message === undefined) return undefined;
  const wasStep = (settled.membership.due?.step ?? -1) > (membership.due?.step ?? -1);
  return wasStep && settled.membership.due?.declineClass !== 'technical' ? step : undefined;
}
