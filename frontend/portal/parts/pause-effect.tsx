import type { PausePreview } from '../../../shared/contract/staff/pause-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { formatDay, formatMoney } from '../../../shared/wording/format.ts';
import { creditLines, furtherEffects } from '../../common/pause-effect.ts';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { useLoad } from '../state/use-load.ts';
import { ErrorNotice } from './notice.tsx';
import { PausePicture } from './pause-picture.tsx';

interface PauseEffectProps<Asked> {
  readonly membership: MembershipView;
  readonly own: Own;
  readonly asked: Asked | undefined;
  readonly preview: (asked: Asked) => Promise<PausePreview>;
  /** What the button says. */
  readonly confirm: string | undefined;
  readonly send: (asked: Asked) => Promise<void>;
  readonly busy: boolean;
  readonly error: unknown;
}

/** What will be, exactly as it would be written (rule P6), and the one press that does it. */
export function PauseEffect<Asked>(props: PauseEffectProps<Asked>) {
  const { membership, own, asked, preview, confirm, send, busy, error } = props;
  const { pauses } = usePortal().tongue.words;
  const [loaded] = useLoad(
    async () => (asked === undefined ? undefined : await preview(asked)),
    JSON.stringify(asked) ?? '',
  );
  if (asked === undefined) return <p class="muted">{pauses.choose}</p>;
  return (
    <>
      {loaded.kind === 'loading' && <div class="shell-line" aria-hidden="true" />}
      {loaded.kind === 'failed' && <ErrorNotice error={loaded.error} />}
      {loaded.kind === 'ready' && loaded.value !== undefined && (
        <>
          <Shown preview={loaded.value} membership={membership} own={own} />
          <ErrorNotice error={error} />
          <div class="ways">
            <button type="button" class="primary" aria-disabled={busy} onClick={() => busy || void send(asked)}>
              {confirm}
            </button>
          </div>
        </>
      )}
    </>
  );
}

function Shown({
  preview,
  membership,
  own,
}: { preview: PausePreview } & Pick<PauseEffectProps<never>, 'membership' | 'own'>) {
  const { business, tongue } = usePortal();
  const { pauses } = tongue.words;
  const { today, services } = own;
  const reader = { today, services, currency: business.currency, tongue };
  const credits = creditLines(preview, reader);
  const { pause, upcoming } = preview.membership;
  return (
    <section class="pause-effect" aria-live="polite" aria-labelledby="what-happens">
      <h2 id="what-happens">{pauses.whatHappens}</h2>
      {pause !== undefined && <PausePicture membership={preview.membership} today={today} />}
      {pause === undefined && upcoming !== undefined && (
        <p>
          {pauses.nextCharge(formatMoney(upcoming.amount, tongue.locale), formatDay(upcoming.on, today, tongue.locale))}
        </p>
      )}
      {credits.length > 0 && (
        <div>
          <h3>{pauses.left}</h3>
          <ul class="ticks">
            {credits.map(({ bucketId, what, becomes }) => (
              <li key={bucketId}>
                {what}: {becomes}
              </li>
            ))}
          </ul>
        </div>
      )}
      {furtherEffects(membership, preview, reader).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}
