import type { PaymentResult } from '../../shared/contract/billing-views.ts';
import type { AttemptTrigger } from '../../shared/domain/invoice.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { type Charged, chargeMembership } from './charge-membership.ts';
import { loadPerson, type Person, takingCards } from './person.ts';
import type { BillingWorld } from './world.ts';

/** What came of a try that somebody waits for, and the provider's reason for a no. */
export interface Tried {
  readonly result: PaymentResult;
  readonly code?: string | undefined;
}

/**
 * Tries the card on file at an open invoice of a membership, once per intended effect (`trigger.id`). The schedule is
 * neither reset nor used up (rule D6).
 * Refusals: `not_found`, `payments_not_connected`, `not_an_open_invoice`, `no_card_on_file`, `payment_in_progress`,
 * `too_many_attempts`, `needs_payment_page` for an invoice of no membership.
 */
export async function tryInvoice(
  world: BillingWorld,
  person: Person,
  invoiceId: string,
  trigger: AttemptTrigger & { readonly id: string },
): Promise<Tried> {
  const { slug, memberId } = person;
  const [snapshot, invoice] = await Promise.all([
    loadPerson(world, person),
    readInvoice(world.table, slug, memberId, invoiceId),
  ]);
  refuseUnless(invoice, 'not_found');
  await takingCards(world, slug);
  if (invoice.value.attempts.some((attempt) => attempt.trigger.id === trigger.id)) {
    return resultOf(world, person, invoiceId, trigger.id);
  }
  refuseUnless(invoice.value.state !== 'open' || invoice.value.cause.kind !== 'order', 'needs_payment_page');
  const membership = snapshot.memberships.find(({ value }) => value.due?.invoiceId === invoiceId)?.value;
  refuseUnless(invoice.value.state === 'open' && membership !== undefined, 'not_an_open_invoice');
  refuseUnless(snapshot.billing.value.card !== undefined, 'no_card_on_file');
  const { membershipId } = membership;
  const charged: Charged = await chargeMembership(
    world,
    { ...person, membershipId },
    {
      trigger,
      unless: ({ membership: now }) => now.due?.invoiceId !== invoiceId,
    },
  );
  if (charged.kind === 'pending') return { result: 'pending' };
  return resultOf(world, person, invoiceId, trigger.id);
}

/** How the invoice stands after the try. */
async function resultOf(world: BillingWorld, person: Person, invoiceId: string, triggerId: string): Promise<Tried> {
  const invoice = await readInvoice(world.table, person.slug, person.memberId, invoiceId);
  refuseUnless(invoice, 'not_found');
  if (invoice.value.state === 'paid') return { result: 'paid' };
  if (invoice.value.state === 'void') return { result: 'nothing_due' };
  const last = invoice.value.attempts.findLast(({ trigger }) => trigger.id === triggerId);
  if (last === undefined) return { result: 'pending' };
  const code = last.code === undefined ? {} : { code: last.code };
  return { result: last.declineClass === 'authentication' ? 'confirmation_needed' : 'declined', ...code };
}
