import type { InvoiceSummary } from '../../../shared/contract/billing-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView, OpenPayment } from '../../../shared/contract/views.ts';

export type Billing = NonNullable<MemberPage['billing']>;

/** An open invoice with why it is open, where a membership says so. */
export interface OpenInvoice {
  readonly invoice: InvoiceSummary;
  readonly open: OpenPayment | undefined;
  readonly membership: MembershipView | undefined;
}

/** Every open invoice of a client, the oldest first (002-004, 002-025). */
export const openInvoices = (
  { memberships }: Pick<MemberPage, 'memberships'>,
  { open }: Pick<Billing, 'open'>,
): OpenInvoice[] =>
  open
    .map((invoice) => {
      const membership = memberships.find((candidate) => candidate.open?.invoiceId === invoice.invoiceId);
      return { invoice, open: membership?.open, membership };
    })
    .sort((a, b) => sinceOf(a).localeCompare(sinceOf(b)));

/** The day from which an open invoice counts. */
export const sinceOf = ({ invoice, open }: OpenInvoice): string => open?.since ?? invoice.issuedOn;

/** Minor units. */
export const sumOf = (invoices: readonly Pick<InvoiceSummary, 'due'>[]): number =>
  invoices.reduce((sum, { due }) => sum + due.amount, 0);

/** What has changed between two looks at how a client pays, while somebody enters a card. */
export interface CardUpdateOutcome {
  readonly card: Billing['card'];
  readonly changed: boolean;
  /** Minor units that are no longer open. */
  readonly paid: number;
  readonly stillOpen: number;
}

/** A new card, a paid invoice, both, or nothing yet. */
export function outcomeOf(before: Billing, after: Billing): CardUpdateOutcome {
  const card = JSON.stringify(after.card) === JSON.stringify(before.card) ? undefined : after.card;
  const paid =
    sumOf(before.open) -
    sumOf(before.open.filter(({ invoiceId }) => after.open.some((still) => still.invoiceId === invoiceId)));
  return { card, changed: card !== undefined || paid > 0, paid, stillOpen: sumOf(after.open) };
}
