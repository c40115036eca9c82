import { ArrowLeft } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { CancellationView } from '../../../shared/contract/cancellation-views.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import type { MadeOffer } from '../../../shared/domain/save-offer.ts';
import type { CancellationWords } from '../../../shared/wording/cancellation-words.ts';
import { undoneInWords, undoPauseInWords } from '../../../shared/wording/describe-cancellation.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { CancellationFacts } from '../parts/cancellation-facts.tsx';
import { Failed } from '../parts/failed.tsx';
import { LeavingReason } from '../parts/leaving-reason.tsx';
import { ErrorNotice, GoodNotice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { UndoCancellation } from '../parts/undo-cancellation.tsx';
import { UndoThroughSalon } from '../parts/undo-through-salon.tsx';
import { usePortal } from '../portal-context.ts';
import { offerScreen, wayBack } from '../state/cancellation.ts';
import type { Own } from '../state/own.ts';
import { useLoad } from '../state/use-load.ts';
import { useSend } from '../state/use-send.ts';
import { PageMissing } from './nothing-here.tsx';

interface Given {
  readonly membership: MembershipView;
  readonly own: Own;
}

/**
 * Cancelling on one screen (rules K1 … K4, 13): what it does, then one press, then the confirmation in its place with the
 * way back. Opened again later, it tells what was decided.
 */
export function Cancel({ membershipId, ...own }: Own & { membershipId: string }) {
  const membership = own.memberships.find((one) => one.membershipId === membershipId);
  return membership === undefined ? <PageMissing /> : <Cancelling membership={membership} own={own} />;
}

function Cancelling({ membership, own }: Given) {
  const { side, tongue } = usePortal();
  const { page, cancellation } = tongue.words;
  const { plan, membershipId } = membership;
  const path = { memberId: own.profile.memberId, membershipId };
  const [loaded, again] = useLoad(() => side.client.previewOwnCancellation({ path }), membershipId);
  const [decided, setDecided] = useState<CancellationView>();
  const [undone, setUndone] = useState<MembershipView>();
  const view = decided ?? (loaded.kind === 'ready' ? loaded.value.cancellation : undefined);
  const title = view?.decided === true ? cancellation.doneTitle : cancellation.title;
  return (
    <Screen title={undone ? plan.name : title(plan.name)} kind="narrow">
      {undone ? (
        <GoodNotice
          text={undoneInWords(undone.pause, tongue, (date) => formatDay(date, own.today, tongue.locale))}
          catches
        />
      ) : (
        <>
          {loaded.kind === 'loading' && <div class="shell-line" aria-hidden="true" />}
          {view === undefined && loaded.kind === 'failed' && <Failed error={loaded.error} again={again} />}
          {view?.decided === false && (
            <Question
              view={view}
              offer={loaded.kind === 'ready' ? loaded.value.offer : undefined}
              membership={membership}
              own={own}
              cancelled={setDecided}
            />
          )}
          {view?.decided === true && (
            <Decided
              view={view}
              membership={membership}
              own={own}
              isNew={decided !== undefined}
              undone={(after) => {
                setUndone(after);
                own.reload();
              }}
            />
          )}
        </>
      )}
      <Link href="/portal" class="more">
        <ArrowLeft aria-hidden="true" size={18} />
        {page.toMembership}
      </Link>
    </Screen>
  );
}

/** What it does, and the ways from here; what the salon offers instead stands beside, no louder (rule K5). */
function Question(
  props: Given & { view: CancellationView; offer: MadeOffer | undefined; cancelled: (view: CancellationView) => void },
) {
  const { side, tongue } = usePortal();
  const { cancellation } = tongue.words;
  const { view, offer, membership, own } = props;
  const { membershipId } = membership;
  const { memberId } = own.profile;
  const { send, busy, error } = useSend((asked: { membershipId: string }, idempotencyKey) =>
    side.client.cancelOwnMembership({ path: { memberId, ...asked }, body: {}, idempotencyKey }),
  );
  const pause = view.undo && undoPauseInWords(view.undo, tongue, (date) => formatDay(date, own.today, tongue.locale));
  async function cancel() {
    const reply = await send({ membershipId });
    if (reply === undefined) return;
    props.cancelled(reply.cancellation);
    own.reload();
  }
  return (
    <>
      <p>{cancellation.whatHappens}</p>
      <CancellationFacts view={view} membership={membership} own={own} />
      <p>{cancellation.confirmed(view.undo === undefined ? 'final' : 'can_undo')}</p>
      {pause !== undefined && <p>{pause}</p>}
      <ErrorNotice error={error} />
      {offer !== undefined && <p>{cancellation.offers[offer].text}</p>}
      <div class={offer === undefined ? 'ways' : 'ways equal'}>
        <button type="button" class="primary" aria-disabled={busy} onClick={cancel}>
          {confirmInWords(view, cancellation, (date) => formatDay(date, own.today, tongue.locale))}
        </button>
        {offer === undefined ? (
          <Link href="/portal/plan" class="secondary">
            {cancellation.keep}
          </Link>
        ) : (
          <Link href={offerScreen(offer, membership)} class="primary">
            {cancellation.offers[offer].action}
          </Link>
        )}
      </div>
    </>
  );
}

/** The button says when it ends, so that “now” is not taken for it. */
function confirmInWords(
  { atOnce, lastDay }: CancellationView,
  { confirm }: CancellationWords,
  day: (date: string) => string,
): string {
  if (lastDay === undefined) return confirm.neverBegins;
  return atOnce ? confirm.atOnce : confirm.endsOn(day(lastDay));
}

function Decided(props: Given & { view: CancellationView; isNew: boolean; undone: (after: MembershipView) => void }) {
  const { business, tongue } = usePortal();
  const { cancellation } = tongue.words;
  const { view, membership, own, isNew, undone } = props;
  const path = { memberId: own.profile.memberId, membershipId: membership.membershipId };
  // Freshly cancelled, the dashboard may not know yet; who has done it alone may take it back alone.
  const way = isNew ? 'alone' : wayBack(membership, business.features);
  return (
    <>
      <GoodNotice text={isNew ? cancellation.done : undefined} catches />
      <CancellationFacts view={view} membership={membership} own={own} />
      {view.undo && way === 'alone' && (
        <UndoCancellation undo={view.undo} membership={membership} own={own} undone={undone} />
      )}
      {view.undo && way === 'through_salon' && <UndoThroughSalon undo={view.undo} today={own.today} />}
      {isNew && <LeavingReason path={path} />}
    </>
  );
}
