import { ArrowRight, CirclePause } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { capital, creditInWords } from '../../../shared/wording/describe.ts';
import { endInPause, endsWithinPause } from '../../../shared/wording/describe-pause.ts';
import { formatDay, formatMoney } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { cancelScreen, endLink } from '../state/cancellation.ts';
import { leftOf } from '../state/left-of.ts';
import type { Own } from '../state/own.ts';
import { canPause, changesPauseAlone } from '../state/pausing.ts';

interface Given {
  readonly membership: MembershipView;
  readonly own: Pick<Own, 'today' | 'resting' | 'services'>;
}

/** The way to a pause, where there is something to pause (000-026). */
export function PauseWay({ membership }: Pick<Given, 'membership'>) {
  const { pauses } = usePortal().tongue.words;
  if (!canPause(membership)) return null;
  return (
    <Link href={`/portal/pause/${membership.membershipId}`} class="more">
      <CirclePause aria-hidden="true" size={18} />
      {pauses.pause}
    </Link>
  );
}

/** Directly under the card: a pause that runs or is to come (001-086). */
export function PauseState({ membership, own }: Given) {
  const { business, tongue } = usePortal();
  const { pauses, cancellation } = tongue.words;
  const id = useId();
  const { pause, membershipId } = membership;
  if (pause === undefined) return null;
  const { from } = pause;
  const { today } = own;
  const isComing = from > today;
  const endsBy = endLink(membership, business.features);
  return (
    <section class="attention wait" aria-labelledby={id}>
      <h2 id={id}>
        <CirclePause aria-hidden="true" size={22} />
        <span>{isComing ? pauses.coming(formatDay(from, today, tongue.locale)) : pauses.isPaused}</span>
      </h2>
      <PauseFacts membership={membership} own={own} />
      {changesPauseAlone(membership, business.features) ? (
        <Link href={`/portal/pause/${membershipId}`} class="secondary">
          {membership.cancelledFor === undefined ? pauses.change : pauses.end}
        </Link>
      ) : (
        pause.by !== 'closure' && <p>{pauses.throughSalonChange}</p>
      )}
      {endsBy !== undefined && (
        <Link href={cancelScreen(membership)} class="more">
          {cancellation[endsBy]}
          <ArrowRight aria-hidden="true" size={18} />
        </Link>
      )}
    </section>
  );
}

/** Since when, until when, what can still be used, and the next charge. */
function PauseFacts({ membership, own }: Given) {
  const { tongue } = usePortal();
  const { today } = own;
  const { pauses } = tongue.words;
  const { pause, upcoming, usability, nextBill } = membership;
  const day = (date: string) => formatDay(date, today, tongue.locale);
  if (pause === undefined) return null;
  const { from, lastDay, by, benefits } = pause;
  const isUsable = from > today ? benefits === 'usable' : usability === 'usable';
  // What ends within the pause is not there after it: what becomes of it stands behind the link.
  const resting =
    from > today ? pauses.canUseUntilThen : endsWithinPause(membership) ? undefined : pauses.canUseNothing;
  const uses = isUsable ? pauses.canUse : resting;
  const ends = endInPause(membership, tongue, day);
  return (
    <>
      <p>
        {lastDay === undefined ? pauses.daysOpen(day(from)) : pauses.days(day(from), day(lastDay))}
        {by === 'closure' && ` ${pauses.salonClosed}`}
      </p>
      {ends !== undefined && <p>{ends}</p>}
      {uses !== undefined && <p>{uses}</p>}
      <Resting membership={membership} own={own} />
      <p>
        {lastDay === undefined || upcoming === undefined
          ? nextBill.kind === 'ends_on'
            ? pauses.nothingMore
            : pauses.noChargeYet
          : pauses.nextCharge(formatMoney(upcoming.amount, tongue.locale), day(upcoming.on))}
      </p>
    </>
  );
}

/** What waits, each part with the last day that it will have, once that is known. */
function Resting({ membership, own }: Given) {
  const { business, tongue } = usePortal();
  const { benefits } = tongue.words;
  const waiting = leftOf(membership.membershipId, own.resting);
  if (waiting.length === 0) return null;
  const isOpen = membership.pause?.lastDay === undefined;
  return (
    <ul class="ticks">
      {waiting.map(({ bucketId, expiresOn, ...credit }) => (
        <li key={bucketId}>
          {capital(creditInWords(credit, business.currency, own.services, tongue))}
          {!isOpen &&
            ` · ${expiresOn === undefined ? benefits.noExpiry : benefits.lastDay(formatDay(expiresOn, own.today, tongue.locale))}`}
        </li>
      ))}
    </ul>
  );
}
