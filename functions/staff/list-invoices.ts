import type { Handler } from '../http/request.ts';
import { listInvoices as readInvoices } from '../store/invoice-rows.ts';
import { invoicePage } from '../views/invoice-page.ts';
import { invoiceSummary } from '../views/invoice-view.ts';

export const listInvoices: Handler<'staff', 'listInvoices'> = async (request) => {
  const { instance, slug, path, query, configuration } = request;
  const all = await readInvoices(instance.table, slug, path.memberId);
  const { page, cursor } = invoicePage(
    all.map(({ value }) => value),
    query,
  );
  const items = page.map((invoice) => invoiceSummary(invoice, configuration));
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
