import type { CancellationView } from '../../shared/contract/cancellation-views.ts';
import { type CancelAsk, cancel } from '../../shared/domain/cancellation.ts';
import { cancellationView } from './cancellation-view.ts';
import { isCancelled } from './end-membership.ts';
import type { LoadedScene } from './scene.ts';
import type { BillingWorld } from './world.ts';

/** What cancelling would do: the decision itself, not committed. Refuses as cancelling does. */
export async function previewOf(
  world: Pick<BillingWorld, 'table'>,
  scene: LoadedScene,
  ask: CancelAsk,
): Promise<CancellationView> {
  const after = cancel(scene.membership, ask, scene.occasion.today, scene.plan);
  if (!isCancelled(after)) throw new Error('a cancelled membership has an end');
  return cancellationView(world, scene, after);
}
