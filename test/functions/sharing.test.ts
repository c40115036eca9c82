import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { firstScreen } from '../../frontend/portal/state/first-screen.ts';
import { accountOf } from '../../functions/store/account-row.ts';
import { EntryRow } from '../../functions/store/credit-writes.ts';
import { replay } from '../../shared/domain/credit-chain.ts';
import { hour, salonWorld } from '../support/salon-world.ts';

// Rules C9 and C10, through the operations of the desk

const staffPath = '/api/{business}/staff';
const memberPath = `${staffPath}/members/{memberId}`;

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

async function household(terms: object) {
  const world = await salonWorld().open();
  const service = { name: 'Facial', oneVisit: 'facial', visits: 'facials' };
  const { serviceId } = (await world.work(`PUT ${staffPath}/services`, service)).body;
  const plan = {
    name: 'Family',
    tier: 'Gold',
    price: { amount: 9_900, currency: 'EUR' },
    interval: { unit: 'month', count: 1 },
    benefits: [{ kind: 'visits', key: 'facials', serviceIds: [serviceId], units: 4 }],
    visitAllowance: 4,
    renewal: { kind: 'until_cancelled' },
    ...terms,
  };
  const { planId } = (await world.work(`POST ${staffPath}/plans`, { terms: plan })).body;
  const mia = await world.addMember();
  const ben = (await world.work(`POST ${staffPath}/members`, { firstName: 'Ben', lastName: 'Member' })).body.memberId;
  const enrolled = { planId, startsOn: '2026-05-04', paidBy: 'terminal' };
  const { membershipId } = (await world.work(`POST ${memberPath}/memberships`, enrolled, { memberId: mia })).body;
  const at = { memberId: mia, membershipId };
  const share = (memberId: string) =>
    world.work(`POST ${memberPath}/memberships/{membershipId}/people`, { memberId }, at);
  const use = (units = 1, memberId = ben) =>
    world.work(
      `POST ${memberPath}/shared/{membershipId}/redemptions`,
      { serviceId, units },
      { memberId, membershipId },
    );
  const sharingOf = (memberId: string) =>
    world.work(`GET ${memberPath}/sharing`, {}, { memberId }).then(({ body }) => body);
  const bucketId = `${membershipId}.0.facials`;
  const passOn = (units: number) =>
    world.work(
      `POST ${memberPath}/credits/{bucketId}/transfers`,
      { toMemberId: ben, units },
      { memberId: mia, bucketId },
    );
  const takeBack = (sequence: number) =>
    world.work(`POST ${memberPath}/transfers/{sequence}/undo`, {}, { memberId: mia, sequence: String(sequence) });
  const creditsOf = async (memberId: string): Promise<number> => {
    const { body } = await world.work(`GET ${memberPath}`, {}, { memberId });
    return body.credits.reduce((sum: number, { available }: { available: number }) => sum + available, 0);
  };
  /** Every account is what its entries say. */
  const expectInOrder = () => {
    for (const memberId of [mia, ben]) {
      const rows = world.table.rows().filter(({ pk }) => pk === `B#aurora#M#${memberId}`);
      const entries = rows
        .filter(({ sk }) => sk.startsWith('ENTRY#'))
        .map(({ data }) => EntryRow.parse(data).entry)
        .sort((a, b) => a.sequence - b.sequence);
      const account = rows.find(({ sk }) => sk === 'NOW#CREDIT');
      if (account !== undefined) expect(replay(memberId, entries)).toEqual(accountOf(account).value);
    }
  };
  return { world, mia, ben, membershipId, share, use, sharingOf, passOn, takeBack, creditsOf, expectInOrder };
}

describe('a household', () => {
  test('uses the holder’s visits, each of them so many a period, and the history says who', async () => {
    const { world, mia, ben, share, use, sharingOf, creditsOf, expectInOrder } = await household({
      sharing: { people: 1, unitsPerPeriod: 2 },
    });
    expect((await use()).status).toBe(404);
    expect(await share(ben)).toMatchObject({ status: 201, body: { household: { people: [{ name: 'Ben Member' }] } } });
    expect((await sharingOf(ben)).shared).toMatchObject([
      { left: 2, usability: 'usable', credits: [{ available: 4 }] },
    ]);
    expect((await sharingOf(mia)).shared).toEqual([]);

    const used = await use(2);
    expect(used).toMatchObject({ status: 201, body: { holderId: mia } });
    expect(await use()).toMatchObject({ status: 409, body: { code: 'sharing_limit' } });
    expect(await creditsOf(mia)).toBe(2);
    expect(await creditsOf(ben)).toBe(0);
    const history = await world.work(`GET ${memberPath}/credits/entries`, {}, { memberId: mia });
    expect(history.body.items[0]).toMatchObject({ kind: 'CONSUME', usedBy: 'Ben' });

    // Given back at the holder's, it may be used again.
    const undo = { memberId: mia, sequence: String(used.body.sequences[0]) };
    expect((await world.work(`POST ${memberPath}/redemptions/{sequence}/undo`, {}, undo)).status).toBe(200);
    expect((await sharingOf(ben)).shared).toMatchObject([{ left: 2 }]);
    expectInOrder();
  });

  test('somebody who is removed can use nothing from the next call on, and can be added again', async () => {
    const { world, mia, ben, membershipId, share, use, sharingOf } = await household({ sharing: { people: 1 } });
    await share(ben);
    expect((await use()).status).toBe(201);
    const at = { memberId: mia, membershipId };
    const removal = `POST ${memberPath}/memberships/{membershipId}/people/removal`;
    expect((await world.work(removal, { memberId: ben }, at)).body.household.people).toEqual([]);
    expect((await use()).status).toBe(404);
    expect((await sharingOf(ben)).shared).toEqual([]);
    await share(ben);
    expect((await use()).status).toBe(201);
  });

  test('of a client who is none of this salon’s, nothing is told', async () => {
    const { share } = await household({ sharing: { people: 3 } });
    expect((await share('mbr_00000000000000000000000009')).status).toBe(404);
  });

  test('two at once cannot both take the last visit that the plan allows', async () => {
    const { ben, share, use, expectInOrder } = await household({ sharing: { people: 1, unitsPerPeriod: 1 } });
    await share(ben);
    const answers = await Promise.all([use(), use(), use()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expectInOrder();
  });
});

// Rule C10, features §5: “household / company”
describe('a company', () => {
  test('lets its people use what it holds while they are linked to it, each of them so many, and they see whose it is', async () => {
    const { world, mia, membershipId, share, use, sharingOf } = await household({
      sharing: { people: 40, unitsPerPeriod: 1 },
    });
    const at = { memberId: mia, membershipId };
    const { version } = (await world.work(`GET ${memberPath}`, {}, { memberId: mia })).body;
    const details = { firstName: 'Mia', lastName: 'Member', company: 'Acme GmbH' };
    expect((await world.work(`PUT ${memberPath}`, { version, details }, { memberId: mia })).status).toBe(200);

    const people: string[] = [];
    for (let n = 0; n < 40; n += 1) {
      const person = { firstName: `Person${n}`, lastName: 'Employee' };
      const { memberId } = (await world.work(`POST ${staffPath}/members`, person)).body;
      expect((await share(memberId)).status).toBe(201);
      people.push(memberId);
    }
    const [first = '', second = '', third = ''] = people;
    expect((await sharingOf(mia)).households).toMatchObject([{ most: 40, people: { length: 40 } }]);
    expect((await sharingOf(first)).shared).toMatchObject([{ holder: { name: 'Acme GmbH' }, left: 1 }]);
    expect((await use(1, first)).status).toBe(201);
    expect(await use(1, first)).toMatchObject({ status: 409, body: { code: 'sharing_limit' } });
    expect((await use(1, second)).status).toBe(201);

    // Who leaves the company uses nothing from the next call on.
    const removal = `POST ${memberPath}/memberships/{membershipId}/people/removal`;
    expect((await world.work(removal, { memberId: third }, at)).status).toBe(200);
    expect((await use(1, third)).status).toBe(404);
  });

  test('shows its people in the portal what they may use, and not that no membership was found', async () => {
    const { world, membershipId, mia, share } = await household({ sharing: { people: 2 } });
    const { memberId, email } = await world.joined({
      firstName: 'Eva',
      lastName: 'Employee',
      email: 'eva@example.com',
    });
    const read = async (what: string) =>
      (await world.portal(email, `GET /api/{business}/member/members/{memberId}/${what}`, {}, { memberId })).body;
    expect(firstScreen(await read('dashboard'))).toBe('none');
    await share(memberId);
    expect(firstScreen(await read('dashboard'))).toBe('shared');
    expect((await read('sharing')).shared).toMatchObject([{ membershipId, credits: [{ available: 4 }] }]);
    const at = { memberId: mia, membershipId };
    await world.work(`POST ${memberPath}/memberships/{membershipId}/people/removal`, { memberId }, at);
    expect(firstScreen(await read('dashboard'))).toBe('none');
  });

  test('stands in the list of clients, and on papers before whoever speaks for it', async () => {
    const { world, mia } = await household({ sharing: { people: 40 } });
    const { version } = (await world.work(`GET ${memberPath}`, {}, { memberId: mia })).body;
    const details = { firstName: 'Mia', lastName: 'Member', company: 'Acme GmbH' };
    await world.work(`PUT ${memberPath}`, { version, details }, { memberId: mia });
    const { body: listed } = await world.work(`GET ${staffPath}/contacts`, {});
    expect(listed.items).toContainEqual(expect.objectContaining({ memberId: mia, company: 'Acme GmbH' }));
    const { items } = (await world.work(`GET ${memberPath}/invoices`, {}, { memberId: mia })).body;
    const invoice = await world.work(
      `GET ${memberPath}/invoices/{invoiceId}`,
      {},
      { memberId: mia, invoiceId: items[0].invoiceId },
    );
    expect(invoice.body.buyer).toBe('Acme GmbH, Mia Member');
  });
});

describe('passing visits on', () => {
  test('is done for both at once, and can be taken back for a day while unused', async () => {
    const { world, mia, ben, passOn, takeBack, creditsOf, expectInOrder } = await household({
      passingOn: { unitsPerPeriod: 3 },
    });
    const passed = await passOn(2);
    expect(passed.status).toBe(201);
    expect([await creditsOf(mia), await creditsOf(ben)]).toEqual([2, 2]);
    expect(await passOn(2)).toMatchObject({ status: 409, body: { code: 'transfer_limit' } });
    expect((await takeBack(passed.body.sequence)).status).toBe(200);
    expect(await takeBack(passed.body.sequence)).toMatchObject({ status: 409, body: { code: 'already_undone' } });
    expect([await creditsOf(mia), await creditsOf(ben)]).toEqual([4, 0]);

    const again = await passOn(3);
    world.pass(25 * hour);
    expect(await takeBack(again.body.sequence)).toMatchObject({ status: 403, body: { code: 'undo_too_late' } });
    expect([await creditsOf(mia), await creditsOf(ben)]).toEqual([1, 3]);
    expectInOrder();
  });

  test('is refused where the plan does not allow it', async () => {
    const { passOn } = await household({});
    expect(await passOn(1)).toMatchObject({ status: 409, body: { code: 'transfer_not_allowed' } });
  });
});
