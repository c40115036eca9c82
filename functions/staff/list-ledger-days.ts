import type { Handler } from '../http/request.ts';
import { ledgerDays } from '../store/ledger-days.ts';

export const listLedgerDays: Handler<'staff', 'listLedgerDays'> = async ({ slug, instance, query }) => {
  const { days, cursor } = await ledgerDays(instance.table, slug, query);
  const items = days.map(({ closed: { day, closedAt, root, accounts }, entries, found, findings }) => ({
    ...{ day, closedAt, root, accounts, entries, found },
    findings: [...findings],
  }));
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
