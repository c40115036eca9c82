import { useId, useState } from 'preact/hooks';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { capital, creditInWords } from '../../../shared/wording/describe.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { isCommitted, lastDayOf, leftOf } from '../state/cancellation.ts';
import type { Own } from '../state/own.ts';
import { useSend } from '../state/use-send.ts';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './notice.tsx';

interface Given {
  readonly membership: MembershipView;
  readonly own: Own;
  /** Gets the sentence that says what has happened. */
  readonly done: (text: string) => void;
}

/** Cancelling a membership that was taken out online (rules K1, 13): what ends and when, then one press. */
export function Cancel(given: Given) {
  const { ending } = usePortal().tongue.words.agreement;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p>
        <button type="button" class="secondary" onClick={() => setAsking(true)}>
          {ending.cancel}
        </button>
      </p>
      {asking && <CancelDialog {...given} closed={() => setAsking(false)} />}
    </>
  );
}

function CancelDialog({ membership, own, done, closed }: Given & { closed: () => void }) {
  const { side, tongue } = usePortal();
  const { ending } = tongue.words.agreement;
  const day = (date: string) => formatDay(date, own.today, tongue.locale);
  const { membershipId, plan, committedUntil } = membership;
  const lastDay = lastDayOf(membership, own.today);
  const { memberId } = own.profile;
  const { send, busy, error } = useSend((asked: { membershipId: string }, idempotencyKey) =>
    side.client.cancelOwnMembership({ path: { memberId, ...asked }, body: {}, idempotencyKey }),
  );

  async function confirm(close: () => void) {
    const reply = await send({ membershipId });
    if (reply === undefined) return;
    const { nextBill } = reply.membership;
    close();
    done(nextBill.kind === 'ends_on' ? ending.done(day(nextBill.lastDay)) : ending.doneToday);
  }

  return (
    <Dialog title={ending.title(plan.name)} busy={busy} closed={closed}>
      {(close) => (
        <>
          <p>{lastDay === undefined ? ending.endsToday : ending.endsOn(day(lastDay))}</p>
          <p>
            {isCommitted(membership) && committedUntil !== undefined
              ? ending.agreedUntil(day(committedUntil))
              : ending.nothingMore}
          </p>
          <StillUsable membership={membership} own={own} />
          <p>{ending.confirmation}</p>
          <ErrorNotice error={error} />
          <div class="ways">
            <button type="button" class="primary" aria-disabled={busy} onClick={() => confirm(close)}>
              {ending.confirm}
            </button>
            <button type="button" class="secondary" aria-disabled={busy} onClick={() => busy || close()}>
              {ending.keep}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** Every benefit that is left with its last day, so that nobody loses one by not knowing (rule K2). */
function StillUsable({ membership, own }: Pick<Given, 'membership' | 'own'>) {
  const { business, tongue } = usePortal();
  const { agreement, benefits } = tongue.words;
  const id = useId();
  const left = leftOf(membership.membershipId, own.credits);
  if (left.length === 0) return null;
  return (
    <>
      <h3 id={id}>{agreement.ending.stillUsable}</h3>
      <ul class="ticks" aria-labelledby={id}>
        {left.map(({ bucketId, expiresOn, ...credit }) => (
          <li key={bucketId}>
            {capital(creditInWords(credit, business.currency, own.services, tongue))} ·{' '}
            {expiresOn === undefined
              ? benefits.noExpiry
              : benefits.lastDay(formatDay(expiresOn, own.today, tongue.locale))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Takes a cancellation back while the membership runs (rule K3). */
export function Undo({ membership, own, done }: Given) {
  const { side, tongue } = usePortal();
  const { ending } = tongue.words.agreement;
  const { membershipId, nextBill } = membership;
  const path = { memberId: own.profile.memberId, membershipId };
  const { send, busy, error } = useSend((asked: typeof path) => side.client.undoOwnCancellation({ path: asked }));
  const undo = async () => {
    if ((await send(path)) !== undefined) done(ending.undone);
  };
  return (
    <>
      {nextBill.kind === 'ends_on' && (
        <p>{ending.undoExplained(formatDay(nextBill.lastDay, own.today, tongue.locale))}</p>
      )}
      <p>
        <button type="button" class="secondary" aria-disabled={busy} onClick={undo}>
          {ending.undo}
        </button>
      </p>
      <ErrorNotice error={error} />
    </>
  );
}
