import type { Operation } from '../../shared/contract/operation.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { BaseRequest } from '../http/request.ts';
import type { Instance } from '../runtime/instance.ts';
import { takeVisitorSlot } from '../store/visitor-slots.ts';

/** Messages that one member may write within an hour. */
const mostMessagesAnHour = 10;

/** Refuses `too_many_requests` when a member has written enough for this hour. */
export async function takeMessageSlot(
  request: Pick<BaseRequest<Operation>, 'slug' | 'requestId' | 'at'> & { readonly instance: Instance },
  memberId: string,
): Promise<void> {
  const { instance, slug, requestId, at } = request;
  const subject = `question-${memberId}`;
  const isFree = await takeVisitorSlot(instance.table, slug, subject, requestId, mostMessagesAnHour, at);
  refuseUnless(isFree, 'too_many_requests');
}
