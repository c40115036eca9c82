import { describe, expect, test } from '@jest/globals';
import { failure } from '../../functions/http/answer.ts';
import { loadMember } from '../../functions/store/member-snapshot.ts';
import type { MemoryTableHooks } from '../../functions/store/memory-table.ts';
import { type SalonWorld, salonWorld } from '../support/salon-world.ts';

const named = (name: string) => Object.assign(new Error('not now'), { name });
const coded = (code: string) => Object.assign(new Error('not now'), { code });
const answered = (httpStatusCode: number) => Object.assign(named('Unknown'), { $metadata: { httpStatusCode } });

/** A salon whose table fails at one call of the next redemption, before it arrives or after it was done. */
async function setup() {
  let fault: { call: number; when: 'before' | 'after'; error: Error } | undefined;
  // Two calls run side by side; their answers come in the order in which they were asked.
  let calls = { before: 0, after: 0 };
  const hook = (when: 'before' | 'after') => () => {
    calls[when] += 1;
    if (fault?.when !== when || fault.call !== calls[when]) return;
    const { error } = fault;
    fault = undefined;
    throw error;
  };
  const hooks: MemoryTableHooks = { before: hook('before'), after: hook('after') };
  const world = await salonWorld(hooks).open();
  const price = { amount: 5000, currency: 'EUR' };
  const service = { name: 'Facial', oneVisit: 'facial', visits: 'facials', price };
  const { serviceId } = (await world.work('PUT /api/{business}/staff/services', service)).body;
  const memberId = await world.addMember();
  const credit = { kind: 'visits', serviceIds: [serviceId], units: 3, reason: 'goodwill' };
  await world.work('POST /api/{business}/staff/members/{memberId}/credits', credit, { memberId });

  const redeem = (key: string) =>
    world.work(
      'POST /api/{business}/staff/members/{memberId}/redemptions',
      { kind: 'visits', serviceId, units: 1 },
      { memberId },
      'aurora',
      { 'idempotency-key': key },
    );
  return {
    world,
    redeem,
    failAt(next: typeof fault) {
      calls = { before: 0, after: 0 };
      fault = next;
    },
    calls: () => calls.before,
    left: async () => (await loadMember(world.table, 'aurora', memberId))?.account.value.buckets[0]?.available,
  };
}
const used = (world: SalonWorld) => world.table.rows().filter(({ announces }) => announces === 'credit.redeemed');

describe('a redemption while the table fails', () => {
  // F13, F15: the configuration, the caller with the reply before, the client, and the one transaction.
  const cells = [1, 2, 3, 4].flatMap((call) =>
    (['before', 'after'] as const).flatMap((when) =>
      [named('ThrottlingException'), named('AbortError'), coded('ECONNRESET')].map((error) => ({ call, when, error })),
    ),
  );
  test.each(cells)('at call $call, $when it is done: 503, and the same again uses one visit', async (fault) => {
    const { world, redeem, failAt, left, calls } = await setup();
    const key = 'one-redemption-1';
    failAt(fault);
    const failed = await redeem(key);
    expect(failed).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: { code: 'try_again_later' } });
    const isDone = fault.call === 4 && fault.when === 'after';
    failAt(undefined);
    expect([await left(), used(world).length]).toEqual(isDone ? [2, 1] : [3, 0]);

    failAt(undefined);
    const again = await redeem(key);
    expect(again.status).toBe(201);
    expect(calls()).toBe(isDone ? 3 : 4);
    expect((await redeem(key)).raw).toBe(again.raw);
    expect([await left(), used(world).length]).toEqual([2, 1]);
  });

  test('lets nobody in whose access could not be read', async () => {
    const { world, failAt } = await setup();
    const contacts = () => world.work('GET /api/{business}/staff/contacts', {});
    failAt({ call: 2, when: 'before', error: named('TimeoutError') });
    const refused = await contacts();
    expect(refused.status).toBe(503);
    expect(refused.raw).not.toContain('Meyer');
    expect((await contacts()).raw).toContain('Meyer');
  });
});

describe('what is answered', () => {
  test.each([
    ['too much at once', named('ThrottlingException')],
    ['too much for the table', named('ProvisionedThroughputExceededException')],
    ['too much for the account', named('RequestLimitExceeded')],
    ['too much for Cognito', named('TooManyRequestsException')],
    ['no answer in time', named('TimeoutError')],
    ['our own deadline', named('AbortError')],
    ['broken over there', named('InternalServerError')],
    ['closed over there', named('ServiceUnavailable')],
    ['a status of 5xx that nobody named', answered(502)],
    ['nobody there', coded('ECONNREFUSED')],
    ['a connection that broke', coded('ECONNRESET')],
  ])('%s: come back', (_, error) => {
    const { statusCode, headers } = failure(error, 'r', 'en');
    expect([statusCode, headers?.['retry-after']]).toEqual([503, '2']);
  });

  test.each([
    ['a mistake of ours', new TypeError('x is undefined')],
    ['a grant that is missing', named('AccessDeniedException')],
    ['a call that is not valid', Object.assign(named('ValidationException'), { $metadata: { httpStatusCode: 400 } })],
    ['something thrown that is no error', 'AbortError'],
  ])('%s: an error, which is not worth trying again', (_, error) => {
    const { statusCode, headers } = failure(error, 'r', 'en');
    expect([statusCode, headers?.['retry-after']]).toEqual([500, undefined]);
  });
});
