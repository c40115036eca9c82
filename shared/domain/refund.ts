import type { CreditAccount } from './credit-account.ts';
import type { CreditDecision, Occasion } from './credit-decision.ts';
import { takeBack } from './credit-freeze.ts';
import { amountRefunded, type GrantedCredit, type Invoice, type Refund } from './invoice.ts';
import { enterMoney, type MoneyAccount, type MoneyEntry } from './money-account.ts';
import { grantsLeft, refundableAmount } from './refund-suggestion.ts';
import { refuseUnless } from './refusal.ts';

/** Everything that giving money back reads and changes. */
export interface RefundBooks {
  readonly invoice: Invoice;
  readonly account: CreditAccount;
  readonly money: MoneyAccount;
}

/** What a step of a refund writes; there may be no entries. */
export interface RefundStep {
  readonly invoice: Invoice;
  readonly credits: CreditDecision;
  readonly money: MoneyAccount;
  readonly moneyEntry: MoneyEntry | undefined;
}

/**
 * What staff ask for, or the end of a membership. `amount` in minor units; `askId` makes a repeated call the same refund.
 * `toAccountCredit`: nobody is there to hand it out, so what was paid at the desk becomes account credit.
 */
export interface RefundAsk {
  readonly amount: number;
  readonly reason: Refund['reason'];
  readonly takesBack: boolean;
  readonly by?: string;
  readonly askId: string;
  readonly toAccountCredit?: boolean;
  /** The number of the refused refund that this makes up for. */
  readonly again?: number;
  /** Credits that are taken back as it is asked for and not when it is done: nobody may use them meanwhile. */
  readonly tookBack?: GrantedCredit[];
}

/** What the provider says of a refund, or the desk of money that was handed back. */
export interface RefundResult {
  readonly state: Refund['state'];
  readonly refundId?: string | undefined;
}

/** The name of a refund in our books and at the provider. */
export const refundKey = (invoiceId: string, n: number): string => `${invoiceId}.refund.${n}`;

/** The part that goes back the way it came, by card or at the desk. */
export const outsidePart = ({ amount, toAccountCredit }: Pick<Refund, 'amount' | 'toAccountCredit'>): number =>
  amount - toAccountCredit;

const isPaidIn = ({ cause }: Pick<Invoice, 'cause'>): boolean => cause.kind === 'account_credit';

/** The most that can be given back, in minor units: of money that was paid in, only what has not been spent. */
export function mostRefundable(invoice: Invoice, money: Pick<MoneyAccount, 'balance'>): number {
  const refundable = refundableAmount(invoice);
  return isPaidIn(invoice) ? Math.min(refundable, money.balance) : refundable;
}

/** What can still go back by card or at the desk. */
function outsideLeft({ payment, refunds }: Invoice): number {
  const paid = payment !== undefined && 'amount' in payment ? payment.amount : 0;
  return refunds.reduce((left, refund) => left - (refund.state === 'failed' ? 0 : outsidePart(refund)), paid);
}

/**
 * Writes a refund down before anybody is asked to make it: what was paid by card (or at the desk) goes back first, the
 * rest to account credit. Money that was paid in leaves the account now, so that it cannot be spent meanwhile.
 * Refusals: `not_a_paid_invoice`, `refund_too_high` (details: `most`, minor units).
 */
export function claimRefund(
  { invoice, account, money }: RefundBooks,
  { amount, toAccountCredit: isHeldBack = false, ...ask }: RefundAsk,
  occasion: Occasion,
): RefundStep & { readonly refund: Refund } {
  refuseUnless(invoice.state === 'paid', 'not_a_paid_invoice');
  const most = mostRefundable(invoice, money);
  refuseUnless(amount > 0 && amount <= most, 'refund_too_high', { most });
  const outside = isHeldBack ? 0 : Math.max(0, outsideLeft(invoice));
  const toAccountCredit = amount - Math.min(amount, outside);
  const n = invoice.refunds.length + 1;
  const refund: Refund = { n, state: 'pending', amount, toAccountCredit, at: occasion.at, ...ask };
  return {
    refund,
    invoice: { ...invoice, refunds: [...invoice.refunds, refund] },
    credits: { account, entries: [] },
    ...(isPaidIn(invoice) ? entered(money, 'ADJUST', -amount, refundOf(invoice, n), occasion) : unmoved(money)),
  };
}

const unmoved = (money: MoneyAccount) => ({ money, moneyEntry: undefined });

const refundOf = ({ invoiceId }: Invoice, n: number) => ({ code: 'refunded', causeId: refundKey(invoiceId, n) });

function entered(
  money: MoneyAccount,
  kind: 'ADJUST' | 'RETURN',
  amount: number,
  { code, causeId }: { readonly code: string; readonly causeId: string },
  { actor, today, at }: Occasion,
): Pick<RefundStep, 'money' | 'moneyEntry'> {
  if (amount === 0) return unmoved(money);
  const { account, entry } = enterMoney(money, { kind, amount, reason: { code }, actor, causeId, on: today, at });
  return { money: account, moneyEntry: entry };
}

/**
 * What an answer about a refund changes; undefined when it says nothing new. Done takes back the unused credits and
 * pays what goes to account credit. Failed undoes the claim; it may come after done, when the card's bank sends the
 * money back, and leaves the credits then to staff.
 */
export function settleRefund(
  books: RefundBooks,
  n: number,
  { state, refundId }: RefundResult,
  occasion: Occasion,
): RefundStep | undefined {
  const { invoice, account, money } = books;
  const before = invoice.refunds.find((refund) => refund.n === n);
  if (before === undefined || !isNews(before, { state, refundId })) return undefined;
  const refund = answered(books, before, { state, refundId });
  const cause = refundOf(invoice, n);
  const nothing = { credits: { account, entries: [] }, ...unmoved(money) };
  return {
    invoice: { ...invoice, refunds: invoice.refunds.map((other) => (other.n === n ? refund : other)) },
    ...nothing,
    ...(refund.state === 'done' ? done(books, refund, cause, occasion) : {}),
    // What was claimed from money paid in comes back; what the provider's dashboard took was never claimed.
    ...(refund.state === 'failed' && isPaidIn(invoice) && refund.by !== undefined
      ? entered(money, 'RETURN', refund.amount, { ...cause, code: 'not_refunded' }, occasion)
      : {}),
  };
}

/** What came with the payment and is unused: exactly what `takeBack` takes. */
const unusedOf = ({ invoice, account }: RefundBooks): GrantedCredit[] =>
  grantsLeft(invoice.grants, account.buckets).flatMap(({ used: _, unused, ...grant }) =>
    unused === 0 ? [] : [{ ...grant, units: unused }],
  );

/** The refund after an answer, with the credits that went with it. */
function answered(books: RefundBooks, before: Refund, { state, refundId }: RefundResult): Refund {
  const named = { ...before, state, ...(refundId === undefined ? {} : { refundId }) };
  const tookBack = state === 'done' && before.takesBack ? [...(before.tookBack ?? []), ...unusedOf(books)] : [];
  return tookBack.length === 0 ? named : { ...named, tookBack };
}

function isNews(before: Refund, { state, refundId }: RefundResult): boolean {
  if (before.state === 'pending')
    return state !== 'pending' || (before.refundId === undefined && refundId !== undefined);
  return before.state === 'done' && state === 'failed' && before.toAccountCredit === 0;
}

function done(
  { invoice, account, money }: RefundBooks,
  { amount, toAccountCredit, takesBack, by }: Refund,
  cause: ReturnType<typeof refundOf>,
  occasion: Occasion,
): Omit<RefundStep, 'invoice'> {
  const credits = takesBack
    ? takeBack(account, invoice.grants, 'refunded', { ...occasion, causeId: cause.causeId })
    : { account, entries: [] };
  // Money paid in that the dashboard gave back may have been spent: never below zero.
  const spentFirst = isPaidIn(invoice) && by === undefined ? -Math.min(amount, money.balance) : 0;
  if (spentFirst < 0) return { credits, ...entered(money, 'ADJUST', spentFirst, cause, occasion) };
  return { credits, ...entered(money, 'RETURN', toAccountCredit, cause, occasion) };
}

/**
 * Writes down a refund that was made at the provider itself, once per name there (rule I8). One that makes the refund
 * full takes back the unused credits.
 */
export function recordRefund(
  books: RefundBooks,
  { refundId, amount, state }: { readonly refundId: string; readonly amount: number; readonly state: Refund['state'] },
  occasion: Occasion,
): (RefundStep & { readonly n: number }) | undefined {
  const { invoice } = books;
  if (state === 'failed') return undefined;
  const n = invoice.refunds.length + 1;
  const takesBack = amountRefunded(invoice) + amount >= invoice.total;
  const pending: Refund = {
    n,
    state: 'pending',
    amount,
    toAccountCredit: 0,
    at: occasion.at,
    takesBack,
    reason: 'provider',
  };
  const written = { ...books, invoice: { ...invoice, refunds: [...invoice.refunds, pending] } };
  const step = settleRefund(written, n, { state, refundId }, occasion);
  return step && { ...step, n };
}
