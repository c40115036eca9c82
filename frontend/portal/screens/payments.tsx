import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter-preact';
import { InvoiceList } from '../parts/invoice-list.tsx';
import { type News, NewsNotice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { TopUpDialog } from '../parts/top-up-dialog.tsx';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';

/** Open and past payments with their invoices and receipts, “Pay Now”, and “+” for a new payment (004-035 … 004-041). */
export function Payments(own: Own) {
  const { payments, topUp } = usePortal().tongue.words.billing;
  const [, navigate] = useLocation();
  const show = new URLSearchParams(useSearch()).get('show') === 'paid' ? 'paid' : 'open';
  const [news, setNews] = useState<News>();
  const [settled, setSettled] = useState(0);
  const [toppingUp, setToppingUp] = useState(false);
  const tabs = [
    { key: 'open', label: payments.open },
    { key: 'paid', label: payments.paid },
  ] as const;

  function tell(latest: News) {
    setNews(latest);
    setSettled((count) => count + 1);
    own.reload();
  }

  return (
    <Screen title={payments.title} kind="narrow">
      <NewsNotice news={news} catches />
      <Tabs
        label={payments.tabs}
        tabs={tabs}
        shown={show}
        show={(key) => navigate(key === 'paid' ? '/portal/payments?show=paid' : '/portal/payments', { replace: true })}
      >
        <InvoiceList key={`${show} ${settled}`} show={show} settled={tell} {...own} />
      </Tabs>
      {own.billing.connected && (
        <button
          type="button"
          class="floating"
          aria-label={topUp.open}
          title={topUp.open}
          onClick={() => setToppingUp(true)}
        >
          <Plus aria-hidden="true" size={26} />
        </button>
      )}
      {toppingUp && <TopUpDialog memberId={own.profile.memberId} closed={() => setToppingUp(false)} />}
    </Screen>
  );
}
