import { ArrowRight } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import type { Tongue } from '../../../shared/wording/words.ts';
import { type ChangeBlocker, changeBlocker } from '../../common/change-blocker.ts';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { mayChange } from '../state/plan-change.ts';
import { useSend } from '../state/use-send.ts';
import { ErrorNotice, GoodNotice } from './notice.tsx';
import { Upgrade } from './upgrade.tsx';

/** The way to another plan: here where the salon lets members (000-028, 000-032), else whom to ask. */
export function ChangePlan({ membership, today }: { membership: MembershipView; today: string }) {
  const { business, tongue } = usePortal();
  const notNow = (blocker: ChangeBlocker): string => {
    const { notNow: words } = tongue.words.planChange;
    if (blocker !== 'paused') return words[blocker];
    const { lastDay } = membership.pause ?? {};
    return words.paused(lastDay && formatDay(addDays(lastDay, 1), today, tongue.locale));
  };
  if (!business.features.memberChangesPlan) return <Upgrade plan={membership.plan} />;
  const blocker = changeBlocker(membership);
  if (blocker !== undefined) return <p class="muted">{notNow(blocker)}</p>;
  if (!mayChange(membership)) return null;
  return (
    <p>
      <Link href={`/portal/change-plan/${membership.membershipId}`} class="more">
        {tongue.words.planChange.open}
        <ArrowRight aria-hidden="true" size={18} />
      </Link>
    </p>
  );
}

/** From when another plan is the plan. */
const comingInWords = (
  { plan, effectiveOn }: NonNullable<MembershipView['pendingChange']>,
  { words: { planChange } }: Pick<Tongue, 'words'>,
  day: (date: string) => string,
): string =>
  effectiveOn === undefined ? planChange.comingAfterPause(plan.name) : planChange.coming(plan.name, day(effectiveOn));

/** A change that the member asked for and that waits for its bill, with the way to take it back. */
export function ComingPlan({ membership, own }: { membership: MembershipView; own: Own }) {
  const { planChange: words } = usePortal().tongue.words;
  const [news, setNews] = useState<string>();
  const undone = () => {
    setNews(words.undone(membership.plan.name));
    own.reload();
  };
  return (
    <>
      <GoodNotice text={news} catches />
      {membership.pendingChange?.reason === 'requested' && (
        <Waiting membership={membership} own={own} coming={membership.pendingChange} undone={undone} />
      )}
    </>
  );
}

function Waiting(props: {
  membership: MembershipView;
  own: Own;
  coming: NonNullable<MembershipView['pendingChange']>;
  undone: () => void;
}) {
  const { side, business, tongue } = usePortal();
  const { planChange: words } = tongue.words;
  const { membership, own, coming, undone } = props;
  const path = { memberId: own.profile.memberId, membershipId: membership.membershipId };
  const { send, busy, error } = useSend((asked: typeof path) => side.client.undoOwnPlanChange({ path: asked }));
  const undo = async () => {
    if ((await send(path)) !== undefined) undone();
  };
  const says = comingInWords(coming, tongue, (date) => formatDay(date, own.today, tongue.locale));
  return (
    <>
      <p>{says}</p>
      {business.features.memberChangesPlan ? (
        <p>
          <button type="button" class="secondary" aria-disabled={busy} onClick={undo}>
            {words.undo}
          </button>
        </p>
      ) : (
        <p>{words.undoThroughSalon}</p>
      )}
      <ErrorNotice error={error} />
    </>
  );
}
