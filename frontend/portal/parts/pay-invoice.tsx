import { useState } from 'preact/hooks';
import type { InvoiceView } from '../../../shared/contract/billing-views.ts';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { ErrorNotice, type News, NewsNotice } from './notice.tsx';
import { usePaying } from './use-paying.tsx';

/** “Pay Now” on the page of an open invoice; the news stay when the invoice has become a receipt. */
export function PayInvoice({ invoice, again, ...own }: Own & { invoice: InvoiceView; again: () => void }) {
  const { pay: words } = usePortal().tongue.words.billing;
  const [news, setNews] = useState<News>();
  const { pay, busy, error, dialog } = usePaying(own, (latest) => {
    setNews(latest);
    again();
    own.reload();
  });
  const { invoiceId, due, kind } = invoice;
  return (
    <>
      <NewsNotice news={news} catches />
      {due.amount > 0 && own.billing.connected && (
        <button
          type="button"
          class="primary"
          aria-disabled={busy}
          onClick={() => pay({ invoiceId, amount: due, kind })}
        >
          {words.payNow}
        </button>
      )}
      <ErrorNotice error={error} />
      {dialog}
    </>
  );
}
