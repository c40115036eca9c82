import { useState } from 'preact/hooks';
import type { EstimateView } from '../../../shared/contract/estimate-views.ts';
import { estimateInWords } from '../../../shared/wording/describe-estimate.ts';
import { AnswerEstimate } from '../parts/answer-estimate.tsx';
import { EstimateHead } from '../parts/estimate-head.tsx';
import { Failed } from '../parts/failed.tsx';
import { InvoicePaper } from '../parts/invoice-paper.tsx';
import { GoodNotice } from '../parts/notice.tsx';
import { PaperTools } from '../parts/paper-tools.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { useLoad } from '../state/use-load.ts';
import { useReturn } from '../state/use-return.ts';

/** An estimate: on the page, to print, as a PDF, to accept or decline (004-043, 004-044, 004-047). */
export function Estimate({ estimateId, ...own }: Own & { estimateId: string }) {
  const { side, tongue } = usePortal();
  const { memberId } = own.profile;
  const path = { memberId, estimateId };
  const [estimate, again] = useLoad(() => side.client.getOwnEstimate({ path }), estimateId);
  useReturn(again);
  if (estimate.kind === 'loading') return <Skeleton />;
  if (estimate.kind === 'failed') {
    return (
      <Screen title={tongue.words.page.somethingWrong} kind="narrow">
        <Failed error={estimate.error} again={again} />
      </Screen>
    );
  }
  const isMember = own.memberships.length > 0 || own.credits.length > 0;
  return <Document memberId={memberId} estimate={estimate.value} isMember={isMember} again={again} />;
}

function Document(props: { memberId: string; estimate: EstimateView; isMember: boolean; again: () => void }) {
  const { side, tongue } = usePortal();
  const { estimates } = tongue.words;
  const { memberId, estimate, isMember, again } = props;
  const { estimateId, title, state } = estimate;
  const [news, setNews] = useState<string>();
  return (
    <Screen title={title} kind="narrow">
      <GoodNotice text={news} catches />
      <EstimateHead estimate={estimate} isMember={isMember} />
      {state === 'open' && (
        <AnswerEstimate
          memberId={memberId}
          estimate={estimate}
          again={again}
          answered={(text) => {
            setNews(text);
            again();
          }}
        />
      )}
      <PaperTools
        back="/portal/payments?show=estimates"
        label={estimates.toList}
        pdf={() => side.client.getOwnEstimatePdf({ path: { memberId, estimateId } })}
      />
      <InvoicePaper paper={estimateInWords(estimate, tongue)} />
    </Screen>
  );
}
