import { expect, test } from '@jest/globals';
import { salonWorld } from '../support/salon-world.ts';

const settings = '/api/{business}/staff/settings';

test('a rule that a form does not send stays as it was', async () => {
  const world = await salonWorld().open();
  const read = async () => (await world.work(`GET ${settings}`, {})).body;
  const before = await read();
  const stopped = { ...before.business.policies, frozenClockStops: true };
  await world.work(`PATCH ${settings}`, { version: before.version, policies: stopped });
  const { frozenClockStops: _, ...shown } = stopped;
  const { version } = await read();
  await world.work(`PATCH ${settings}`, { version, policies: { ...shown, graceDays: 3 } });
  expect((await read()).business.policies).toEqual({ ...stopped, graceDays: 3 });
});
