import { ArrowRight } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { BillingView } from '../../../shared/contract/billing-views.ts';
import { usePortal } from '../portal-context.ts';
import { useLoad } from '../state/use-load.ts';
import { Failed } from './failed.tsx';
import { InvoiceRow } from './invoice-row.tsx';

const shown = 3;

/** The newest payments, each with its receipt (000-008, 000-009), and the way to all of them. */
export function BillingHistory(props: { memberId: string; billing: BillingView; today: string }) {
  const { side, tongue } = usePortal();
  const { page, billing } = tongue.words;
  const { memberId, today } = props;
  const [paid, again] = useLoad(
    () => side.client.listOwnInvoices({ path: { memberId }, query: { show: 'paid', limit: shown } }),
    memberId,
  );
  const none = paid.kind === 'ready' && paid.value.items.length === 0;
  return (
    <section aria-labelledby="billing" aria-busy={paid.kind === 'loading'}>
      <h2 id="billing">{page.billingHistory}</h2>
      {paid.kind === 'failed' && <Failed error={paid.error} again={again} />}
      {paid.kind === 'loading' && <div class="shell-line" aria-hidden="true" />}
      {none && <p class="muted">{props.billing.connected ? billing.payments.nonePaid : page.nothingBilled}</p>}
      {paid.kind === 'ready' && !none && (
        <>
          <ul class="payments">
            {paid.value.items.map((invoice) => (
              <InvoiceRow key={invoice.invoiceId} invoice={invoice} today={today} />
            ))}
          </ul>
          <Link href="/portal/payments?show=paid" class="more">
            {billing.payments.all}
            <ArrowRight aria-hidden="true" size={18} />
          </Link>
        </>
      )}
    </section>
  );
}
