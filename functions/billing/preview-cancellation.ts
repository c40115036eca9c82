import type { CancellationView } from '../../shared/contract/cancellation-views.ts';
import { type CancelAsk, cancel } from '../../shared/domain/cancellation.ts';
import { cancellationView } from './cancellation-view.ts';
import { isCancelled } from './end-membership.ts';
import type { LoadedScene } from './scene.ts';
import type { BillingWorld } from './world.ts';

/**
 * What cancelling would do: the decision itself, not committed. Refuses as cancelling does. Once somebody has decided it
 * is what that does, whatever is asked.
 */
export async function previewOf(
  world: Pick<BillingWorld, 'table'>,
  scene: LoadedScene,
  ask: CancelAsk,
): Promise<CancellationView> {
  const { membership, occasion, plan } = scene;
  if (isCancelled(membership)) return cancellationView(world, scene, membership);
  const after = cancel(membership, ask, occasion.today, plan);
  if (!isCancelled(after)) throw new Error('a cancelled membership has an end');
  return { ...(await cancellationView(world, scene, after)), decided: false };
}
