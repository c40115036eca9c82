import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Outcome } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import type { Table } from '../store/table.ts';

/**
 * Announces that a client's receipt is wanted again, or the bill of an order that is open; the mail follows (003-034).
 * The same whoever asks. Other open bills are collected by the card, and their mails carry a link to mend it.
 * Refusals: `not_found`, `not_a_paid_invoice`, `email_missing`.
 */
export async function askForReceipt(request: {
  readonly instance: { readonly table: Table };
  readonly slug: string;
  readonly path: { readonly memberId: string; readonly invoiceId: string };
  loadMember(): Promise<MemberSnapshot>;
  event(
    type: 'receipt.requested' | 'invoice.requested',
    subject: { invoiceId: string },
    memberId: string,
  ): Parameters<typeof announce>[0];
}): Promise<Outcome<{ to: string }>> {
  const { memberId, invoiceId } = request.path;
  const [{ profile }, invoice] = await Promise.all([
    request.loadMember(),
    readInvoice(request.instance.table, request.slug, memberId, invoiceId),
  ]);
  refuseUnless(invoice, 'not_found');
  const { state, cause } = invoice.value;
  const isBill = state === 'open' && cause.kind === 'order';
  refuseUnless(state === 'paid' || isBill, 'not_a_paid_invoice');
  refuseUnless(profile.email !== undefined, 'email_missing');
  return {
    writes: [announce(request.event(isBill ? 'invoice.requested' : 'receipt.requested', { invoiceId }, memberId))],
    reply: { to: profile.email },
  };
}
