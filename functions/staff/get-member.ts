import type { Invoice } from '../../shared/domain/invoice.ts';
import type { Handler } from '../http/request.ts';
import { knowsPlansOf } from '../store/configuration.ts';
import { invoiceOf, listOrders } from '../store/invoice-rows.ts';
import { keys } from '../store/keys.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import type { Table } from '../store/table.ts';
import { memberPage } from './member-page.ts';

export const getMember: Handler<'staff', 'getMember'> = async (request) => {
  const { instance, slug, path } = request;
  const sees = request.may('billing.read');
  const [snapshot, orders] = await Promise.all([
    request.loadMember(),
    sees ? listOrders(instance.table, slug, path.memberId) : [],
  ]);
  const memberships = snapshot.memberships.map(({ value }) => value);
  const configuration = knowsPlansOf(request.configuration, memberships)
    ? request.configuration
    : await request.reloadConfiguration();
  const owed = sees ? await invoicesOfMemberships(instance.table, slug, snapshot) : [];
  const open = [...owed, ...orders.filter(({ state }) => state === 'open')];
  return memberPage(snapshot, open, configuration, request.today, request.may);
};

/** Memberships say themselves whether something is open, so most profiles ask nothing more. */
async function invoicesOfMemberships(
  table: Table,
  slug: string,
  { profile, memberships }: MemberSnapshot,
): Promise<Invoice[]> {
  const ids = memberships.flatMap(({ value }) => (value.due === undefined ? [] : [value.due.invoiceId]));
  if (ids.length === 0) return [];
  const rows = await table.read(ids.map((invoiceId) => keys.invoice(slug, profile.memberId, invoiceId)));
  return rows.flatMap((row) => (row ? [invoiceOf(row).value] : []));
}
