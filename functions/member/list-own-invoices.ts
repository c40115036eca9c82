import type { Handler } from '../http/request.ts';
import { listInvoices } from '../store/invoice-rows.ts';
import { invoicePage } from '../views/invoice-page.ts';
import { invoiceSummary } from '../views/invoice-view.ts';

/** `show=paid` is every past payment, given back or not; what was cancelled never was one. */
export const listOwnInvoices: Handler<'member', 'listOwnInvoices'> = async (request) => {
  const { instance, slug, member, query, configuration } = request;
  const all = await listInvoices(instance.table, slug, member.profile.memberId);
  const shown = all.map(({ value }) => value).filter(({ state }) => query.show === undefined || state === query.show);
  const { page, cursor } = invoicePage(shown, query);
  const items = page.map((invoice) => invoiceSummary(invoice, configuration));
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
