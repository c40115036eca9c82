import type { CancellationView } from '../../../shared/contract/cancellation-views.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { undoPauseInWords } from '../../../shared/wording/describe-cancellation.ts';
import { formatDay, formatMoney } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { useSend } from '../state/use-send.ts';
import { ErrorNotice } from './notice.tsx';

/** Takes a cancellation back in one tap while the membership runs, with what that leads to beside it (rule K3). */
export function UndoCancellation(props: {
  undo: NonNullable<CancellationView['undo']>;
  membership: MembershipView;
  own: Own;
  undone: (after: MembershipView) => void;
}) {
  const { side, tongue } = usePortal();
  const { cancellation } = tongue.words;
  const { undo, membership, own, undone } = props;
  const path = { memberId: own.profile.memberId, membershipId: membership.membershipId };
  const { send, busy, error } = useSend((asked: typeof path, idempotencyKey) =>
    side.client.undoOwnCancellation({ path: asked, idempotencyKey }),
  );
  const bill = undo.nextBill && {
    amount: formatMoney(undo.nextBill.amount, tongue.locale),
    day: formatDay(undo.nextBill.on, own.today, tongue.locale),
  };
  const pause = undoPauseInWords(undo, tongue, (date) => formatDay(date, own.today, tongue.locale));
  const takeBack = async () => {
    const reply = await send(path);
    if (reply !== undefined) undone(reply.membership);
  };
  return (
    <section class="undo">
      <p>{cancellation.undoExplained(bill)}</p>
      {pause !== undefined && <p>{pause}</p>}
      <div class="ways">
        <button type="button" class="secondary" aria-disabled={busy} onClick={takeBack}>
          {cancellation.undo}
        </button>
      </div>
      <ErrorNotice error={error} />
    </section>
  );
}
