import type { Invoice } from '../../shared/domain/invoice.ts';
import { hasCredits, type InvoiceDifference } from '../../shared/domain/reconciliation.ts';
import type { ProviderPayment } from '../gateways/payments.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { type NumberedInvoice, numberedInvoices } from '../store/numbered-invoices.ts';
import type { Reconciliation } from '../store/reconciliation-row.ts';
import { placeOfPayment } from './payment-place.ts';
import {
  again,
  type Compared,
  type Comparison,
  comparePayment,
  refundedOf,
  type TakenPayment,
  type Window,
} from './reconcile.ts';
import type { BillingWorld } from './world.ts';

/** What looking at an invoice found; whether it `waits` to be looked at again at the next comparison. */
export interface LookedAt {
  readonly number: number;
  readonly waits: boolean;
  readonly compared: Compared;
}

/**
 * Compares what our invoices say with the provider's books and with the credits (rule I6): those that waited, then all
 * that got their numbers since, in order. `seen` are the payments of the window by their ids, which were compared just
 * now; only for others is the provider asked, one at a time. Stops at the first that was issued after the window: what
 * is younger is still being worked on. Whoever has no time left may stop anywhere and remember what it got.
 */
export async function* compareInvoices(
  world: BillingWorld,
  comparison: Comparison,
  { lastNumber, waiting }: Pick<Reconciliation, 'lastNumber' | 'waiting'>,
  window: Window,
  seen: ReadonlyMap<string, ProviderPayment>,
): AsyncGenerator<LookedAt> {
  for await (const numbered of numberedInvoices(world.table, comparison.slug, waiting, lastNumber)) {
    const { number, invoice } = numbered;
    if (invoice !== undefined && number > lastNumber && invoice.issuedAt >= window.to) return;
    if (!isSettled(numbered, window)) {
      yield { number, waits: true, compared: { outcome: 'same' } };
      continue;
    }
    const compared = await compareInvoice(world, comparison, numbered, seen);
    yield { number, waits: isRaisedAgain(numbered, window, compared), compared };
  }
}

/** An open invoice ends as paid or void; one that was paid within the hour may not be in the provider's lists yet. */
const isSettled = ({ invoice }: NumberedInvoice, { to }: Window): boolean =>
  invoice === undefined || (invoice.state !== 'open' && paidAtOf(invoice) < to);

/** A difference is raised for as long as that of a payment is: while the next window has it, and without a day always. */
const isRaisedAgain = ({ invoice }: NumberedInvoice, { to }: Window, { outcome }: Compared): boolean =>
  outcome === 'in_progress' || (outcome === 'differs' && (invoice === undefined || paidAtOf(invoice) >= to - again));

const paidAtOf = ({ paidAt, issuedAt }: Invoice): number => paidAt ?? issuedAt;

async function compareInvoice(
  world: BillingWorld,
  comparison: Comparison,
  { number, invoice }: NumberedInvoice,
  seen: ReadonlyMap<string, ProviderPayment>,
): Promise<Compared> {
  if (invoice === undefined) return { outcome: 'differs', difference: 'missing_invoice', number };
  const { state, payment, memberId, invoiceId } = invoice;
  if (state !== 'paid') return { outcome: 'same' };
  if (payment?.kind !== 'card') return compareCredits(world, comparison, invoice);
  const { paymentIntentId } = payment;
  const ids = { paymentIntentId, memberId, invoiceId };
  const known = seen.get(paymentIntentId);
  const found = known ?? (await readTaken(world, comparison.account, paymentIntentId));
  if (typeof found === 'string') return { outcome: 'differs', difference: found, ...ids };
  const isForIt = await paid(world, comparison, found, invoice);
  if (!isForIt) return { outcome: 'differs', difference: 'other_invoice', ...ids };
  return known === undefined ? comparePayment(world, comparison, found) : { outcome: 'same' };
}

/** A payment that took money, as the provider has it now, or how that differs from having been paid. */
async function readTaken(
  world: BillingWorld,
  account: string,
  paymentIntentId: string,
): Promise<TakenPayment | Extract<InvoiceDifference, 'no_payment' | 'not_succeeded'>> {
  const answer = await world.payments.readPayment(account, paymentIntentId);
  if (answer === undefined) return 'no_payment';
  if (answer.kind !== 'succeeded') return 'not_succeeded';
  const { amount, metadata } = answer;
  return { paymentIntentId, amount, metadata, refunded: await refundedOf(world, account, paymentIntentId) };
}

/** Whether a payment says of itself that it paid this invoice. */
async function paid(
  world: BillingWorld,
  { slug }: Comparison,
  { metadata }: TakenPayment,
  { memberId, invoiceId }: Invoice,
): Promise<boolean> {
  if (metadata.business !== slug) return false;
  const place = await placeOfPayment(world, slug, metadata);
  return place !== 'forgotten' && place.memberId === memberId && place.invoiceId === invoiceId;
}

/** Money that came another way than by card bought its credits all the same. */
async function compareCredits(world: BillingWorld, comparison: Comparison, invoice: Invoice): Promise<Compared> {
  const { memberId, invoiceId, grants } = invoice;
  if (grants.length === 0) return { outcome: 'same' };
  const member = await loadMember(world.table, comparison.slug, memberId);
  const ids = { memberId, invoiceId };
  if (member === undefined) return { outcome: 'differs', difference: 'unknown_client', ...ids };
  if (hasCredits(invoice, member.account.value, comparison.today)) return { outcome: 'same' };
  return { outcome: 'differs', difference: 'credits_missing', ...ids };
}
