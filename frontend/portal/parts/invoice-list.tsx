import { formatMoney } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { usePages } from '../state/use-pages.ts';
import { Failed } from './failed.tsx';
import { InvoiceRow } from './invoice-row.tsx';
import { ErrorNotice, type News } from './notice.tsx';
import { ShowMore } from './show-more.tsx';
import { usePaying } from './use-paying.tsx';

/** Open invoices with “Pay Now” beside each, or past ones, newest first. */
export function InvoiceList({ show, settled, ...own }: Own & { show: 'open' | 'paid'; settled: (news: News) => void }) {
  const { side, tongue } = usePortal();
  const { billing: words, page } = tongue.words;
  const path = { memberId: own.profile.memberId };
  const list = usePages((query) => side.client.listOwnInvoices({ path, query: { show, ...query } }), {
    first: 12,
    next: 20,
  });
  const { items, next, error, busy, landing, more } = list;
  const paying = usePaying(own, settled);
  return (
    <div aria-busy={busy}>
      {busy && items.length === 0 && (
        <p class="shell-line">
          <span class="hidden">{page.loading}</span>
        </p>
      )}
      {error !== undefined && next !== undefined && <Failed error={error} again={more} />}
      {items.length === 0 && next === undefined && (
        <p class="empty muted">{show === 'open' ? words.payments.noneOpen : words.payments.nonePaid}</p>
      )}
      <ul class="payments">
        {items.map((invoice, index) => (
          <InvoiceRow key={invoice.invoiceId} invoice={invoice} today={own.today} landing={index === landing}>
            {invoice.due.amount > 0 && own.billing.connected && (
              <button
                type="button"
                class="primary small"
                aria-label={`${words.pay.payNow}: ${formatMoney(invoice.due, tongue.locale)}`}
                aria-disabled={paying.busy}
                onClick={() => paying.pay({ invoiceId: invoice.invoiceId, amount: invoice.due, kind: invoice.kind })}
              >
                {words.pay.payNow}
              </button>
            )}
          </InvoiceRow>
        ))}
      </ul>
      <ErrorNotice error={paying.error} />
      <ShowMore {...list} />
      {paying.dialog}
    </div>
  );
}
