import { refuseUnless } from '../../shared/domain/refusal.ts';
import { readInvoice, type StoredInvoice } from '../store/invoice-rows.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import type { Table } from '../store/table.ts';

/** An invoice of no membership, with its client; undefined for a membership’s. Refuses `not_found`. */
export async function orderOf(request: {
  readonly instance: { readonly table: Table };
  readonly slug: string;
  readonly path: { readonly memberId: string; readonly invoiceId: string };
  loadMember(): Promise<MemberSnapshot>;
}): Promise<{ readonly stored: StoredInvoice; readonly member: MemberSnapshot } | undefined> {
  const { instance, slug, path } = request;
  const stored = await readInvoice(instance.table, slug, path.memberId, path.invoiceId);
  refuseUnless(stored, 'not_found');
  return stored.value.cause.kind === 'order' ? { stored, member: await request.loadMember() } : undefined;
}
