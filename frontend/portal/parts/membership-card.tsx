import { CircleAlert, CircleCheck, CirclePause, Clock, Gift } from 'lucide-preact';
import type { MembershipView, OwnProfile } from '../../../shared/contract/views.ts';
import { fullName } from '../../../shared/domain/member.ts';
import type { ShownStatus } from '../../../shared/domain/standing.ts';
import { usePortal } from '../portal-context.ts';
import { Logo } from './logo.tsx';

/** Not colour alone: each status has its icon and its word. */
const iconOf = {
  incomplete: Clock,
  scheduled: Clock,
  active: CircleCheck,
  trial: Gift,
  renewal_pending: Clock,
  past_due: CircleAlert,
  unpaid: CircleAlert,
  paused: CirclePause,
  cancelling: Clock,
  cancelled: CircleAlert,
  expired: CircleAlert,
} as const satisfies Record<ShownStatus, unknown>;

/** The membership itself, as a card one would keep in a wallet: salon, tier, plan, name, status. */
export function MembershipCard({ membership, profile }: { membership: MembershipView; profile: OwnProfile }) {
  const { business, tongue } = usePortal();
  const { page, standing } = tongue.words;
  const Icon = iconOf[membership.status];
  return (
    <section class="card">
      <p class="card-salon">
        <Logo height={28} />
        <span>{business.name}</span>
      </p>
      <p class="card-tier">{membership.plan.tier}</p>
      <h2>
        <small>{membership.usability === 'usable' ? page.myActivePlan : page.myPlan}</small>
        {membership.plan.name}
      </h2>
      <div class="card-foot">
        <p>{fullName(profile)}</p>
        <p class="card-status">
          <Icon aria-hidden="true" size={18} />
          {membership.status === 'paused' && membership.cancelledFor !== undefined
            ? standing.pausedAndCancelled
            : standing.status[membership.status]}
        </p>
      </div>
    </section>
  );
}
