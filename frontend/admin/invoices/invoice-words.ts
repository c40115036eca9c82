import type { InvoiceState, InvoiceSummary } from '../../../shared/contract/billing-views.ts';
import type { Tone } from '../parts/Tag.tsx';
import type { Wording } from '../wording/wording.ts';

/** What an invoice is for, in a few words: the plan's name where it is a membership's. */
export const invoiceSubject = (
  { kind, plan, title }: Pick<InvoiceSummary, 'kind' | 'plan' | 'title'>,
  words: Wording,
): string => plan ?? title ?? words.invoices.kinds[kind];

/** “Receipt 2026-0042” once paid, “Invoice …” before. */
export function invoiceName({ number, paidOn }: Pick<InvoiceSummary, 'number' | 'paidOn'>, words: Wording): string {
  const { invoice, receipt, noNumber } = words.invoices;
  return (paidOn === undefined ? invoice : receipt)(number ?? `(${noNumber})`);
}

export const toneOfState: Readonly<Record<InvoiceState, Tone>> = {
  open: 'bad',
  paid: 'good',
  void: 'quiet',
  partly_refunded: 'quiet',
  refunded: 'quiet',
  disputed: 'bad',
};
