import { bucketOf } from '../../shared/domain/credit-decision.ts';
import { adjust } from '../../shared/domain/credit-grant.ts';
import type { Handler } from '../http/request.ts';
import { balanceOf } from './balance.ts';
import { refuseBeyondLimit } from './hand-limit.ts';

/** Announces the change like any other; no consumer writes to the client (002-029). */
export const adjustCredit: Handler<'staff', 'adjustCredit'> = async (request) => {
  const { bucketId } = request.path;
  const { available, reason, note } = request.body;
  const wanted = { bucketId, available, reason };
  return request.change(async () => {
    const snapshot = await request.loadMember();
    const decision = adjust(snapshot.account.value, wanted, request.occasion());
    const { kind, available: before } = bucketOf(snapshot.account.value, bucketId);
    refuseBeyondLimit(request, kind, available - before);
    return { writes: request.creditWrites(snapshot, decision, note), reply: balanceOf(request, decision) };
  });
};
