import { ArrowRight } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { PlanView } from '../../../shared/contract/views.ts';
import { usePortal } from '../portal-context.ts';
import { largerPlans } from '../state/benefits.ts';
import { useLoad } from '../state/use-load.ts';

/** A quiet way to the larger plans, only where there is one (001-088). It stays away when the plans cannot be loaded. */
export function Upgrade({ plan }: { plan: PlanView }) {
  const { side, tongue } = usePortal();
  const [offer] = useLoad(() => side.public.listPlans({}), 'plans');
  if (offer.kind !== 'ready' || largerPlans(plan, offer.value.plans).length === 0) return null;
  return (
    <Link href="/#memberships" class="more">
      {tongue.words.page.upgrade}
      <ArrowRight aria-hidden="true" size={18} />
    </Link>
  );
}
