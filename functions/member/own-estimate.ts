import type { EstimateView } from '../../shared/contract/estimate-views.ts';
import type { Operation } from '../../shared/contract/operation.ts';
import type { Estimate } from '../../shared/domain/estimate.ts';
import type { EventType } from '../../shared/domain/events.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { MemberRequest } from '../http/request.ts';
import type { Outcome } from '../store/change.ts';
import { estimateWrites, readEstimate, type StoredEstimate } from '../store/estimate-rows.ts';
import { announce } from '../store/event-writes.ts';
import { estimateView } from '../views/estimate-view.ts';

type Asked = Pick<
  MemberRequest<Operation>,
  'slug' | 'today' | 'loadMember' | 'instance' | 'configuration' | 'event'
> & { readonly path: { readonly memberId: string; readonly estimateId: string } };

/** The member’s estimate that the path names. Refuses `not_found`. */
export async function loadOwnEstimate({
  instance,
  slug,
  path,
}: Pick<Asked, 'instance' | 'slug' | 'path'>): Promise<StoredEstimate> {
  const estimate = await readEstimate(instance.table, slug, path.memberId, path.estimateId);
  refuseUnless(estimate, 'not_found');
  return estimate;
}

/** One try of answering it, announced. */
export async function answerOwnEstimate(
  request: Asked,
  type: EventType,
  decide: (estimate: Estimate, shown: EstimateView) => Estimate,
): Promise<Outcome<EstimateView>> {
  const { slug, path, today } = request;
  const { memberId, estimateId } = path;
  const [{ profile }, before] = await Promise.all([request.loadMember(), loadOwnEstimate(request)]);
  const after = decide(before.value, estimateView(before.value, profile, request));
  return {
    writes: [...estimateWrites(slug, before, after, today), announce(request.event(type, { estimateId }, memberId))],
    reply: estimateView(after, profile, request),
  };
}
