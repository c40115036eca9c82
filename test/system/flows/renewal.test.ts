import { expect, test } from '@jest/globals';
import { newKey, openSalon } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

const system = sharedSystem();

test('a client pays at the desk and has new credits, once, however often the button is pressed', async () => {
  const { owner, addClient, planId } = await openSalon(system, { visits: 2 });
  const { today } = await owner.client.getSettings({});
  // The clock stands at 26 February: a period that began on 28 January ends in two days.
  const startsOn = today.replace(/-02-26$/, '-01-28');
  const memberId = await addClient();
  const body = { planId, startsOn };
  const { membershipId } = await owner.client.enrolMember({ path: { memberId }, body, idempotencyKey: newKey() });

  const path = { memberId, membershipId };
  const renew = (idempotencyKey: string) =>
    owner.client.renewMembership({ path, body: { after: startsOn }, idempotencyKey });
  const key = newKey();
  const [first, again] = await Promise.all([renew(key), renew(key)]);
  expect(again).toEqual(first);
  expect(first.membership).toMatchObject({ status: 'active', nextBill: { kind: 'on' } });
  // A colleague who still sees the old period does not record the payment a second time.
  await expect(renew(newKey())).rejects.toMatchObject({ problem: { code: 'conflicting_change' } });

  const { items } = await owner.client.listCreditEntries({ path: { memberId } });
  expect(items.filter(({ kind }) => kind === 'GRANT').map(({ units }) => units)).toEqual([2, 2]);
});
