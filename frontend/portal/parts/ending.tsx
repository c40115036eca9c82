import { ArrowRight } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { canCancel, cancelScreen } from '../state/cancellation.ts';

/** How a membership ends: the way to cancel it, whom to ask instead, or until when it runs and what that means. */
export function Ending({ membership, today }: { membership: MembershipView; today: string }) {
  const { business, tongue } = usePortal();
  const { cancellation } = tongue.words;
  const { cancelledFor, usability } = membership;
  if (usability === 'over') return null;
  if (cancelledFor !== undefined) {
    return (
      <section class="ends-on">
        <p>{cancellation.runs(cancellation.facts.untilIncluding(formatDay(cancelledFor, today, tongue.locale)))}</p>
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
