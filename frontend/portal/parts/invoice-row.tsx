import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { InvoiceSummary } from '../../../shared/contract/billing-views.ts';
import { invoiceLabel } from '../../../shared/wording/describe-invoice.ts';
import { formatDay, formatMoney } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';

/** One line of the billing history, leading to its invoice or receipt (000-009). `children` stand beside it. */
export function InvoiceRow(props: {
  invoice: InvoiceSummary;
  today: string;
  landing?: boolean;
  children?: ComponentChildren;
}) {
  const { tongue } = usePortal();
  const { payments } = tongue.words.billing;
  const { invoice, today, landing = false } = props;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (landing) link.current?.focus();
  }, [landing]);
  const day = formatDay(invoice.paidOn ?? invoice.issuedOn, today, tongue.locale);
  const isOpen = invoice.state === 'open';
  return (
    <li class="payment">
      <Link ref={link} href={`/portal/payments/${invoice.invoiceId}`}>
        <span class="what">
          <strong>{invoiceLabel(invoice, tongue)}</strong>
          <span class="muted">{isOpen ? payments.invoiceOf(day) : payments.receiptOf(day)}</span>
        </span>
        <span class="how-much">
          <strong>{formatMoney(isOpen ? invoice.due : invoice.total, tongue.locale)}</strong>
          <span class={isOpen || invoice.state === 'disputed' ? 'state soon' : 'state muted'}>
            {payments.state[invoice.state]}
          </span>
        </span>
      </Link>
      {props.children}
    </li>
  );
}
