import { redeem } from '../../shared/domain/credit-use.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { balanceOf } from './balance.ts';

/** A place of this salon; one that is newer than the remembered configuration counts as well. */
async function isOurs(
  { configuration, reloadConfiguration }: Parameters<typeof redeemCredit>[0],
  locationId: string,
): Promise<boolean> {
  const lists = ({ locations }: typeof configuration) => locations.some(({ value }) => value.locationId === locationId);
  return lists(configuration) || lists(await reloadConfiguration());
}

export const redeemCredit: Handler<'staff', 'redeemCredit'> = async (request) => {
  const { kind, serviceId, units, locationId } = request.body;
  const asked = { kind, serviceId, units, ...(locationId === undefined ? {} : { usedAt: locationId }) };
  refuseUnless(locationId === undefined || (await isOurs(request, locationId)), 'not_found');
  return request.change(async () => {
    const snapshot = await request.loadMember();
    const decision = redeem(snapshot.account.value, asked, request.occasion());
    return {
      writes: request.creditWrites(snapshot, decision),
      reply: { ...balanceOf(request, decision), sequences: decision.entries.map((entry) => entry.sequence) },
    };
  });
};
