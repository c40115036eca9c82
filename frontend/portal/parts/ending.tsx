import { ArrowRight } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { canCancel, cancelScreen, neverBegins } from '../state/cancellation.ts';
import type { Own } from '../state/own.ts';
import { JoinAgain } from './join-again.tsx';

/** How a membership ends: the way to cancel it, whom to ask instead, until when it runs and what that means, or the way back. */
export function Ending({ membership, own }: { membership: MembershipView; own: Own }) {
  const { business, tongue } = usePortal();
  const { cancellation } = tongue.words;
  const { cancelledFor, usability } = membership;
  if (usability === 'over') return <JoinAgain membership={membership} own={own} />;
  if (cancelledFor !== undefined) {
    return (
      <section class="ends-on">
        <p>
          {neverBegins(membership)
            ? cancellation.willNotBegin
            : cancellation.runs(cancellation.facts.untilIncluding(formatDay(cancelledFor, own.today, tongue.locale)))}
        </p>
        <Link href={cancelScreen(membership)} class="more">
          {cancellation.details}
          <ArrowRight aria-hidden="true" size={18} />
        </Link>
      </section>
    );
  }
  if (!canCancel(membership, business.features)) return <p>{cancellation.throughSalon}</p>;
  return (
    <p>
      <Link href={cancelScreen(membership)} class="secondary">
        {cancellation.cancel}
      </Link>
    </p>
  );
}
