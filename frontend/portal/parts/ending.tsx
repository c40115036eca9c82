import { useId, useState } from 'preact/hooks';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { capital, creditInWords } from '../../../shared/wording/describe.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { canCancel, canUndo, isCommitted, lastDayOf, leftOf } from '../state/cancellation.ts';
import type { Own } from '../state/own.ts';
import { useSend } from '../state/use-send.ts';
import { Dialog } from './dialog.tsx';
import { ErrorNotice, type News, NewsNotice } from './notice.tsx';

interface Given {
  readonly membership: MembershipView;
  readonly own: Own;
}

/** Cancelling a membership that was taken out online, and taking that back while it runs (rules K1, K3, 13). */
export function Ending({ membership, own }: Given) {
  const [news, setNews] = useState<News>();
  const tell = (text: string) => {
    setNews({ tone: 'good', text });
    own.reload();
  };
  return (
    <>
      <NewsNotice news={news} catches />
      {canCancel(membership) && <Cancel membership={membership} own={own} done={tell} />}
      {canUndo(membership) && <Undo membership={membership} own={own} done={tell} />}
    </>
  );
}

function Cancel({ membership, own, done }: Given & { done: (text: string) => void }) {
  const { ending } = usePortal().tongue.words.agreement;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p>
        <button type="button" class="secondary" onClick={() => setAsking(true)}>
          {ending.cancel}
        </button>
      </p>
      {asking && <CancelDialog membership={membership} own={own} done={done} closed={() => setAsking(false)} />}
    </>
  );
}

function CancelDialog({ membership, own, done, closed }: Given & { done: (text: string) => void; closed: () => void }) {
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
function StillUsable({ membership, own }: Given) {
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

function Undo({ membership, own, done }: Given & { done: (text: string) => void }) {
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
