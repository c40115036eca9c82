import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter-preact';
import type { EstimateSummary } from '../../../shared/contract/estimate-views.ts';
import { EstimateList } from '../parts/estimate-list.tsx';
import { Failed } from '../parts/failed.tsx';
import { InvoiceList } from '../parts/invoice-list.tsx';
import { type News, NewsNotice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { TopUpDialog } from '../parts/top-up-dialog.tsx';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { type Loaded, useLoad } from '../state/use-load.ts';

const shownBy = (asked: string | null) => (asked === 'paid' || asked === 'estimates' ? asked : 'open');

/** Open and past payments with their invoices and receipts, “Pay Now”, and “+” for a new payment (004-035 … 004-041); estimates beside. */
export function Payments(own: Own) {
  const { side, tongue } = usePortal();
  const { billing, estimates } = tongue.words;
  const { payments, topUp } = billing;
  const [, navigate] = useLocation();
  const show = shownBy(new URLSearchParams(useSearch()).get('show'));
  const { memberId } = own.profile;
  const [offered, again] = useLoad(() => side.client.listOwnEstimates({ path: { memberId } }), memberId);
  const offers = offered.kind === 'ready' ? offered.value.items : [];
  const [news, setNews] = useState<News>();
  const [settled, setSettled] = useState(0);
  const [toppingUp, setToppingUp] = useState(false);
  const tabs = [
    { key: 'open', label: payments.open },
    { key: 'paid', label: payments.paid },
    // Only where the salon writes them.
    ...(offers.length > 0 || show === 'estimates' ? [{ key: 'estimates', label: estimates.tab } as const] : []),
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
        show={(key) =>
          navigate(key === 'open' ? '/portal/payments' : `/portal/payments?show=${key}`, { replace: true })
        }
      >
        {show === 'estimates' ? (
          <Estimates offered={offered} today={own.today} again={again} />
        ) : (
          <InvoiceList key={`${show} ${settled}`} show={show} settled={tell} {...own} />
        )}
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

function Estimates(props: {
  offered: Loaded<{ items: readonly EstimateSummary[] }>;
  today: string;
  again: () => void;
}) {
  const { offered, today, again } = props;
  if (offered.kind === 'failed') return <Failed error={offered.error} again={again} />;
  if (offered.kind === 'loading') return <div class="shell-line" aria-hidden="true" />;
  return <EstimateList items={offered.value.items} today={today} />;
}
