import type { Invoice } from '../../shared/domain/invoice.ts';
import type { PageRequest } from '../store/pages.ts';

/** Lines of a page unless asked otherwise. */
const usualPage = 25;

/**
 * One page of a member's invoices. The cursor is the id of the last one shown, so that a new invoice at the top moves
 * nothing; one that is not in the list starts it from the beginning.
 */
export function invoicePage(
  invoices: readonly Invoice[],
  { cursor, limit = usualPage }: PageRequest,
): { readonly page: readonly Invoice[]; readonly cursor?: string } {
  const start = invoices.findIndex(({ invoiceId }) => invoiceId === cursor) + 1;
  const page = invoices.slice(start, start + limit);
  const last = page.at(-1);
  return { page, ...(last === undefined || start + limit >= invoices.length ? {} : { cursor: last.invoiceId }) };
}
