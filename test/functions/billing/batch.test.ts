import { expect, test } from '@jest/globals';
import type { SQSEvent } from 'aws-lambda';
import { billMemberships } from '../../../functions/jobs/bill-memberships.ts';
import { handleProviderEvents } from '../../../functions/jobs/handle-provider-events.ts';
import { billingWorldForTests, memberId, membershipId } from '../../support/billing-world.ts';

const batch = (bodies: Record<string, string>) =>
  ({ Records: Object.entries(bodies).map(([messageId, body]) => ({ messageId, body })) }) as unknown as SQSEvent;
const failed = ({ batchItemFailures }: Awaited<ReturnType<typeof billMemberships>>) =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
const atOnce = async () => undefined;

const due = (asOf: string, id = membershipId) =>
  JSON.stringify({ slug: 'aurora', memberId, membershipId: id, asOf: Date.parse(asOf) });

test('of a batch of renewals only what failed comes back, and what is done is done once (F16, F17)', async () => {
  const world = await billingWorldForTests();
  const messages = batch({
    poison: 'not a message',
    'of-nobody': due('2026-02-28T13:00:00Z', 'msh_01JAB00000000000000000000Z'),
    first: due('2026-02-28T13:00:00Z'),
    'same-again': due('2026-02-28T13:00:00Z'),
    older: due('2026-02-27T13:00:00Z'),
  });
  world.moveTo('2026-02-28T13:00:00Z');
  expect(failed(await billMemberships(world.world, messages, 'run', atOnce))).toEqual(['poison']);
  expect(world.provider.succeeded()).toHaveLength(1);
  expect(failed(await billMemberships(world.world, messages, 'again', atOnce))).toEqual(['poison']);
  expect(world.provider.succeeded()).toHaveLength(1);
  expect((await world.membership()).period.index).toBe(1);
});

test('a message of a newer sweep, with a field that this version does not know, is done all the same (F37)', async () => {
  const world = await billingWorldForTests();
  world.moveTo('2026-02-28T13:00:00Z');
  const newer = JSON.stringify({ ...JSON.parse(due('2026-02-28T13:00:00Z')), priority: 'high' });
  expect(failed(await billMemberships(world.world, batch({ newer }), 'run', atOnce))).toEqual([]);
  expect(world.provider.succeeded()).toHaveLength(1);
});

test('a renewal that breaks off keeps no other waiting, and is taken up again (rule I10)', async () => {
  const world = await billingWorldForTests();
  world.moveTo('2026-02-28T13:00:00Z');
  let first = true;
  const { payments, configurations, ...rest } = world.world;
  const shaky = {
    ...rest,
    configurations,
    payments: {
      ...payments,
      charge: async (...order: Parameters<typeof payments.charge>) => {
        if (!first) return payments.charge(...order);
        first = false;
        throw new Error('out of time');
      },
    },
  };
  const messages = batch({ broken: due('2026-02-28T13:00:00Z'), poison: '{}' });
  expect(failed(await billMemberships(shaky, messages, 'run', atOnce)).sort()).toEqual(['broken', 'poison']);
  const later = batch({ broken: due('2026-02-28T13:05:00Z') });
  expect(failed(await billMemberships(shaky, later, 'again', atOnce))).toEqual([]);
  expect(world.provider.succeeded()).toHaveLength(1);
});

test('an event that cannot be read keeps no other one waiting', async () => {
  const world = await billingWorldForTests();
  const event = {
    eventId: 'evt_1',
    type: 'customer.created',
    account: 'acct_aurora',
    livemode: false,
    apiVersion: '2026-10-28.endive',
    objectType: 'customer',
    objectId: 'cus_1',
    created: world.now(),
    receivedAt: world.now(),
  };
  const messages = batch({ poison: '{}', fine: JSON.stringify(event) });
  expect(failed(await handleProviderEvents(world.world, messages, 'run'))).toEqual(['poison']);
});
