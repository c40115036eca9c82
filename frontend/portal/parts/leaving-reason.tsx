import { useId, useState } from 'preact/hooks';
import { GivenReason } from '../../../shared/domain/cancel-reason.ts';
import { usePortal } from '../portal-context.ts';
import { useSend } from '../state/use-send.ts';
import { ErrorNotice, GoodNotice } from './notice.tsx';

/** Why, after the decision and only who wants to, in one tap (rule K4). */
export function LeavingReason({ path }: { path: { memberId: string; membershipId: string } }) {
  const { side, tongue } = usePortal();
  const { cancellation } = tongue.words;
  const id = useId();
  const [given, setGiven] = useState<GivenReason>();
  const { send, busy, error } = useSend((reason: GivenReason) =>
    side.client.noteOwnCancelReason({ path, body: { reason } }),
  );
  async function note(reason: GivenReason) {
    if ((await send(reason)) !== undefined) setGiven(reason);
  }
  return (
    <section aria-labelledby={id} class="leaving">
      <h2 id={id}>{cancellation.why}</h2>
      <p class="muted">{cancellation.whyOptional}</p>
      <div class="one-tap">
        <div>
          {GivenReason.options.map((reason) => (
            <button
              key={reason}
              type="button"
              aria-pressed={given === reason}
              aria-disabled={busy}
              onClick={() => void note(reason)}
            >
              {cancellation.reasons[reason]}
            </button>
          ))}
        </div>
      </div>
      <GoodNotice text={given && cancellation.whyThanks} />
      <ErrorNotice error={error} />
    </section>
  );
}
