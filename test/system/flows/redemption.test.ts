import { beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../../shared/domain/calendar.ts';
import { rawCall } from '../../support/raw-call.ts';
import { newKey, openSalon, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

const system = sharedSystem();
let salon: Scenario;

beforeAll(async () => {
  salon = await openSalon(system, { visits: 5 });
});

const redemptionOf = (memberId: string, units = 1, idempotencyKey = newKey()) =>
  rawCall(system, {
    method: 'POST',
    path: `/${salon.slug}/staff/members/${memberId}/redemptions`,
    token: salon.owner.token,
    body: { kind: 'visits', serviceId: salon.serviceId, units },
    idempotencyKey,
  });

const balanceOf = async (memberId: string) => {
  const { credits } = await salon.owner.client.getMember({ path: { memberId } });
  return credits.reduce((sum, group) => sum + group.available, 0);
};

const entriesOf = async (memberId: string) =>
  (await salon.owner.client.listCreditEntries({ path: { memberId }, query: { limit: 100 } })).items;

describe('Many at once', () => {
  // 000-012, 001-067
  test('of 64 redemptions of five credits, five succeed and 59 are told that nothing is left', async () => {
    const memberId = await salon.addMember();
    const answers = await Promise.all(Array.from({ length: 64 }, () => redemptionOf(memberId)));
    const outcomes = answers.map(({ status, problem }) => (status === 201 ? 'used' : `${status} ${problem.code}`));
    expect(
      Object.fromEntries(
        Map.groupBy(outcomes, (outcome) => outcome)
          .entries()
          .map(([k, v]) => [k, v.length]),
      ),
    ).toEqual({
      used: 5,
      '409 insufficient_credit': 59,
    });
    expect(await balanceOf(memberId)).toBe(0);
    const entries = await entriesOf(memberId);
    expect(entries.map(({ kind }) => kind).sort()).toEqual([
      'CONSUME',
      'CONSUME',
      'CONSUME',
      'CONSUME',
      'CONSUME',
      'GRANT',
    ]);
  }, 120_000);

  test('the same key 20 times at once is one redemption with one answer', async () => {
    const memberId = await salon.addMember();
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => redemptionOf(memberId, 1, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await balanceOf(memberId)).toBe(4);
    // And once more, later: still the first answer, though the balance could have changed.
    await redemptionOf(memberId);
    expect((await redemptionOf(memberId, 1, key)).text).toBe(answers[0]?.text);
    expect(await balanceOf(memberId)).toBe(3);
  });

  test('the same key for something else is refused and changes nothing', async () => {
    const memberId = await salon.addMember();
    const key = newKey();
    expect((await redemptionOf(memberId, 1, key)).status).toBe(201);
    const reused = await redemptionOf(memberId, 2, key);
    expect([reused.status, reused.problem.code]).toEqual([409, 'idempotency_key_reused']);
    expect(await balanceOf(memberId)).toBe(4);
  });

  test('without a key nothing is used', async () => {
    const memberId = await salon.addMember();
    const path = `/${salon.slug}/staff/members/${memberId}/redemptions`;
    const body = { kind: 'visits', serviceId: salon.serviceId, units: 1 };
    const answer = await rawCall(system, { method: 'POST', path, token: salon.owner.token, body });
    expect([answer.status, answer.problem.code]).toEqual([400, 'idempotency_key_missing']);
    expect(await balanceOf(memberId)).toBe(5);
  });
});

test('a redemption is two reads at once and one transaction of at most seven write units', async () => {
  const memberId = await salon.addMember();
  // The first call after a change of the catalogue reads the configuration too.
  await redemptionOf(memberId);
  const { requestId, status } = await redemptionOf(memberId);
  expect(status).toBe(201);
  const line = await system.requestLine(requestId);
  expect(line.operation).toBe('redeemCredit');
  // The reads are of the access row with the remembered reply, and of the member: asked for side by side.
  expect([...line.tableOperations].sort()).toEqual(['BatchGetItem', 'Query', 'TransactWriteItems']);
  expect(line.tableCalls).toBeLessThanOrEqual(3);
  expect(line.tableOperations.at(-1)).toBe('TransactWriteItems');
  expect(line.writeUnits).toBeLessThanOrEqual(7);
});

describe('Which credit is used', () => {
  test('the one that expires first', async () => {
    const memberId = await salon.addMember();
    const give = (days: number | undefined) =>
      salon.owner.client.grantCredit({
        path: { memberId },
        body: {
          kind: 'visits',
          serviceIds: [salon.serviceId],
          units: 1,
          reason: 'goodwill',
          ...(days === undefined ? {} : { expiresOn: addDays(salon.today, days) }),
        },
        idempotencyKey: newKey(),
      });
    await give(undefined);
    await give(3);
    await give(1);
    await salon.redeem(memberId);
    await salon.redeem(memberId);
    const { credits } = await salon.owner.client.getMember({ path: { memberId } });
    const left = credits.flatMap(({ buckets }) => buckets.map(({ expiresOn, available }) => [expiresOn, available]));
    expect(left.filter(([day]) => day === addDays(salon.today, 1) || day === addDays(salon.today, 3))).toEqual([
      [addDays(salon.today, 1), 0],
      [addDays(salon.today, 3), 0],
    ]);
    expect(left.find(([day]) => day === undefined)).toEqual([undefined, 1]);
    expect(await balanceOf(memberId)).toBe(6);
  });
});

describe('A redemption by mistake', () => {
  test('is given back once, however often it is asked for', async () => {
    const memberId = await salon.addMember();
    const { sequences } = await salon.redeem(memberId);
    const sequence = String(sequences[0]);
    const undo = () =>
      rawCall(system, {
        method: 'POST',
        path: `/${salon.slug}/staff/members/${memberId}/redemptions/${sequence}/undo`,
        token: salon.owner.token,
        body: {},
        idempotencyKey: newKey(),
      });
    const answers = await Promise.all(Array.from({ length: 5 }, undo));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ problem }) => problem.code === 'already_undone')).toHaveLength(4);
    expect(await balanceOf(memberId)).toBe(5);
    const entries = await entriesOf(memberId);
    expect(entries.find((entry) => entry.sequence === sequences[0])?.undone).toBe(true);
  });

  test('is not a grant: only a redemption can be undone', async () => {
    const memberId = await salon.addMember();
    const undo = salon.owner.client.undoRedemption({
      path: { memberId, sequence: 1 },
      body: {},
      idempotencyKey: newKey(),
    });
    await expect(undo).rejects.toMatchObject({ problem: { code: 'not_a_redemption' } });
  });
});
