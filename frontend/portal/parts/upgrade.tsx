import type { PlanView } from '../../../shared/contract/views.ts';
import { formatList } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { largerPlans } from '../state/benefits.ts';
import { useLoad } from '../state/use-load.ts';

/**
 * The larger plans, only where there are some (001-088), and how to change to one: joining it would add a second
 * membership. It stays away when the plans cannot be loaded.
 */
export function Upgrade({ plan }: { plan: PlanView }) {
  const { side, tongue } = usePortal();
  const { page } = tongue.words;
  const [offer] = useLoad(() => side.public.listPlans({}), 'plans');
  const larger = offer.kind === 'ready' ? largerPlans(plan, offer.value.plans) : [];
  if (larger.length === 0) return null;
  const names = larger.map(({ name }) => name);
  return (
    <p>
      <strong>{page.upgrade}.</strong> {page.upgradeHow(formatList(names, tongue.locale, 'disjunction'))}
    </p>
  );
}
