import { Link } from 'wouter-preact';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { usePortal } from '../portal-context.ts';
import { joiningDraft } from '../state/draft.ts';
import type { Own } from '../state/own.ts';
import { useLoad } from '../state/use-load.ts';

/** The way back after the end: joining the plan as it is now, or asking the salon where that is not possible online. */
export function JoinAgain({ membership, own }: { membership: MembershipView; own: Own }) {
  const { business, side, tongue } = usePortal();
  const { cancellation } = tongue.words;
  const { planId, name } = membership.plan;
  const [offer] = useLoad(() => side.public.listPlans({}), 'plans');
  if (offer.kind === 'loading') return null;
  const isOffered = offer.kind === 'ready' && offer.value.plans.some((plan) => plan.planId === planId);
  if (!business.takesCards || !isOffered) return <p>{cancellation.comeBackThroughSalon}</p>;
  const { firstName, lastName } = own.profile;
  return (
    <section>
      <p>{cancellation.comeBack(name)}</p>
      <p>
        <Link
          href={`/portal/join/${planId}`}
          class="secondary"
          onClick={() => joiningDraft.keep({ firstName, lastName, email: own.signedInAs })}
        >
          {cancellation.joinAgain}
        </Link>
      </p>
    </section>
  );
}
