import { useState } from 'react';
import type { EstimateSummary, StaffEstimateView } from '../../../shared/contract/estimate-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { EstimateDetails } from './EstimateDetails.tsx';
import { EstimateForm } from './EstimateForm.tsx';
import { EstimateStep, type Step } from './EstimateStep.tsx';

interface EstimateDialogProps {
  readonly page: MemberPage;
  /** The one that is open; absent while none is. */
  readonly estimate: EstimateSummary | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => void;
  readonly onBilled: () => void;
}

/** One estimate as a whole, and what can be done with it: a new version, withdrawing it, its invoice. */
export function EstimateDialog({ page, estimate, onClose, onChanged, onBilled }: EstimateDialogProps) {
  const words = useWords().estimates;
  const [step, setStep] = useState<Step | 'revise'>();
  const close = () => {
    setStep(undefined);
    onClose();
  };
  const number = estimate?.number ?? '';
  const titles = {
    revise: words.reviseTitle(number),
    withdraw: words.withdrawTitle(number),
    bill: words.billTitle(number),
  };
  return (
    <Dialog
      opened={estimate !== undefined}
      onClose={close}
      title={step === undefined ? words.one(number) : titles[step]}
      wide={step === undefined || step === 'revise'}
    >
      {estimate && (
        <Inside
          page={page}
          estimateId={estimate.estimateId}
          step={step}
          onStep={setStep}
          onChanged={onChanged}
          onBilled={onBilled}
          onRevised={() => {
            close();
            onChanged();
          }}
        />
      )}
    </Dialog>
  );
}

interface InsideProps extends Pick<EstimateDialogProps, 'page' | 'onChanged' | 'onBilled'> {
  readonly estimateId: string;
  readonly step: Step | 'revise' | undefined;
  readonly onStep: (step: Step | 'revise' | undefined) => void;
  readonly onRevised: () => void;
}

function Inside({ page, estimateId, step, onStep, onChanged, onBilled, onRevised }: InsideProps) {
  const { client } = useDesk();
  const { memberId } = page;
  const loading = useLoad<StaffEstimateView>(
    () => client.getEstimate({ path: { memberId, estimateId } }),
    [client, memberId, estimateId],
  );
  // What was refused was decided on something older.
  function back() {
    onStep(undefined);
    loading.reload();
  }
  function done(after: StaffEstimateView) {
    loading.replace(() => after);
    onStep(undefined);
    onChanged();
    if (after.state === 'invoiced') onBilled();
  }
  return (
    <Loaded from={loading} lines={8}>
      {(estimate) => {
        if (step === undefined) return <EstimateDetails page={page} estimate={estimate} onStep={onStep} />;
        if (step === 'revise') return <EstimateForm page={page} before={estimate} onCancel={back} onSent={onRevised} />;
        const hasEmail = page.billing?.hasEmail ?? false;
        return <EstimateStep {...{ step, memberId, hasEmail, estimate }} onCancel={back} onDone={done} />;
      }}
    </Loaded>
  );
}
