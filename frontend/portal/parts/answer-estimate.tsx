import { useState } from 'preact/hooks';
import type { EstimateView } from '../../../shared/contract/estimate-views.ts';
import { estimateConsent } from '../../../shared/wording/describe-estimate.ts';
import { formatMoney } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { useSend } from '../state/use-send.ts';
import { Consent } from './consent.tsx';
import { Dialog } from './dialog.tsx';
import { LongField } from './long-field.tsx';
import { ErrorNotice } from './notice.tsx';

interface Given {
  readonly memberId: string;
  readonly estimate: EstimateView;
  /** Gets the sentence that says what has happened. */
  readonly answered: (text: string) => void;
  /** Looks again: it is not what was shown any more. */
  readonly again: () => void;
}

interface Asked extends Given {
  /** `refused`: something was tried, and the screen may be behind. */
  readonly closed: (refused: boolean) => void;
}

/** Accepting or declining an open estimate: what it means first, then one press. */
export function AnswerEstimate(given: Given) {
  const { estimates } = usePortal().tongue.words;
  const [asking, setAsking] = useState<'accept' | 'decline'>();
  function closed(refused: boolean) {
    setAsking(undefined);
    if (refused) given.again();
  }
  return (
    <div class="ways">
      <button type="button" class="primary" onClick={() => setAsking('accept')}>
        {estimates.accept}
      </button>
      <button type="button" class="secondary" onClick={() => setAsking('decline')}>
        {estimates.decline}
      </button>
      {asking === 'accept' && <AcceptDialog {...given} closed={closed} />}
      {asking === 'decline' && <DeclineDialog {...given} closed={closed} />}
    </div>
  );
}

function AcceptDialog({ memberId, estimate, answered, closed }: Asked) {
  const { business, side, tongue } = usePortal();
  const { estimates } = tongue.words;
  const { estimateId, total } = estimate;
  const amount = formatMoney(total, tongue.locale);
  const [missing, setMissing] = useState(false);
  const accepting = useSend((asked: Pick<EstimateView, 'estimateId' | 'total'>, idempotencyKey) => {
    const path = { memberId, estimateId: asked.estimateId };
    return side.client.acceptOwnEstimate({ path, body: { agreed: true, total: asked.total }, idempotencyKey });
  });

  async function accept(form: HTMLFormElement, close: () => void) {
    const box = form.querySelector<HTMLInputElement>('[name="agreed"]');
    setMissing(box?.checked !== true);
    if (box?.checked !== true) return box?.focus();
    const reply = await accepting.send({ estimateId, total });
    if (reply === undefined) return;
    close();
    answered(estimates.accepted);
  }

  return (
    <Dialog
      title={estimates.acceptTitle(amount)}
      busy={accepting.busy}
      closed={() => closed(accepting.error !== undefined)}
    >
      {(close) => (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            accept(event.currentTarget, close);
          }}
        >
          <p>{estimates.whatFollows}</p>
          <Consent
            name="agreed"
            text={estimateConsent(estimate, business.name, tongue)}
            problem={missing ? estimates.consentMissing : undefined}
          />
          <ErrorNotice error={accepting.error} />
          <Ways busy={accepting.busy} label={estimates.acceptFor(amount)} close={close} />
        </form>
      )}
    </Dialog>
  );
}

function DeclineDialog({ memberId, estimate, answered, closed }: Asked) {
  const { side, tongue } = usePortal();
  const { estimates } = tongue.words;
  const path = { memberId, estimateId: estimate.estimateId };
  const declining = useSend((body: { reason?: string }, idempotencyKey) =>
    side.client.declineOwnEstimate({ path, body, idempotencyKey }),
  );

  async function decline(form: HTMLFormElement, close: () => void) {
    const reason = String(new FormData(form).get('reason') ?? '').trim();
    const reply = await declining.send(reason === '' ? {} : { reason });
    if (reply === undefined) return;
    close();
    answered(estimates.declined);
  }

  return (
    <Dialog title={estimates.declineTitle} busy={declining.busy} closed={() => closed(declining.error !== undefined)}>
      {(close) => (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            decline(event.currentTarget, close);
          }}
        >
          <p>{estimates.declineText}</p>
          <LongField name="reason" label={estimates.reason} problem={undefined} maxLength={500} rows={3} />
          <ErrorNotice error={declining.error} />
          <Ways busy={declining.busy} label={estimates.declineNow} close={close} />
        </form>
      )}
    </Dialog>
  );
}

function Ways({ busy, label, close }: { busy: boolean; label: string; close: () => void }) {
  const { estimates } = usePortal().tongue.words;
  return (
    <div class="ways">
      <button type="submit" class="primary" aria-disabled={busy}>
        {label}
      </button>
      <button type="button" class="secondary" aria-disabled={busy} onClick={() => busy || close()}>
        {estimates.goBack}
      </button>
    </div>
  );
}
