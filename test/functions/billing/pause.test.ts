import { describe, expect, test } from '@jest/globals';
import type { Benefit } from '../../../shared/domain/plan.ts';
import { billingDesk } from '../../support/billing-desk.ts';
import { type BillingTestWorld, billingWorldForTests, goldPlan, membershipId } from '../../support/billing-world.ts';

const route = 'POST {member}/memberships/{membershipId}/pause';
const lastDay = (day: string) => ({ kind: 'last_day', lastDay: day });

async function salon() {
  const world = await billingWorldForTests();
  const desk = await billingDesk(world);
  // The first bill brings the credits of a period.
  await world.live('2026-03-05T15:00:00Z');
  const call = (body: object, to = route, key?: string) => desk.call(to, body, { membershipId }, key);
  return { world, desk, call };
}

const charges = async (world: BillingTestWorld) =>
  (await world.invoices()).filter(({ state }) => state === 'paid').map(({ paidOn }) => paidOn);

describe('a pause at the desk', () => {
  test('is charged once, on the day that was shown before, and the credits last as much longer (rules P1, P3)', async () => {
    const { world, desk, call } = await salon();
    const asked = { start: 'now', end: lastDay('2026-04-03') };
    const shown = await call(asked, `${route}/preview`);
    expect(shown.body.membership).toMatchObject({ status: 'paused', upcoming: { on: '2026-04-30' } });
    expect(shown.body.credits).toMatchObject([
      { expiresOn: '2026-03-30', expiresOnAfter: '2026-04-29', rests: true, available: 2 },
    ]);
    expect((await world.membership()).pause).toBeUndefined();

    expect((await call(asked)).status).toBe(201);
    expect((await desk.redeem(1)).body).toMatchObject({ code: 'credit_frozen' });
    await world.live('2026-04-04T15:00:00Z');
    expect(await charges(world)).toEqual(['2026-02-28']);
    expect((await world.membership()).status).toBe('active');
    expect((await world.credits()).map(({ expiresOn, rests }) => ({ expiresOn, rests }))).toEqual([
      { expiresOn: '2026-04-29', rests: undefined },
    ]);
    expect((await desk.redeem(1)).status).toBe(201);

    await world.live('2026-06-15T15:00:00Z');
    expect(await charges(world)).toEqual(['2026-02-28', '2026-04-30', '2026-05-30']);
  });

  test('agreed on twice by the same click is one pause; by another, refused', async () => {
    const { world, call } = await salon();
    const asked = { start: 'period_end', end: lastDay('2026-04-20') };
    const first = await call(asked, route, 'one-click-of-a-colleague');
    expect(await call(asked, route, 'one-click-of-a-colleague')).toEqual(first);
    expect((await call(asked)).body).toMatchObject({ code: 'already_paused' });
    expect(world.events('membership.pause_agreed')).toHaveLength(1);
  });

  test('is refused while the card is being charged, and the charge is made once', async () => {
    const { world, call } = await salon();
    world.moveTo('2026-03-31T12:30:00Z');
    expect((await call({ start: 'now', end: lastDay('2026-05-03') })).body).toMatchObject({
      code: 'payment_in_progress',
    });
    await world.live('2026-04-02T15:00:00Z');
    expect(await charges(world)).toEqual(['2026-02-28', '2026-03-31']);
  });

  test('resumed early: the bill comes earlier by the days that were not taken, and so do the last days (rule P7)', async () => {
    const { world, call } = await salon();
    await call({ start: 'now', end: lastDay('2026-04-03') });
    await world.live('2026-03-15T15:00:00Z');
    const resumed = await call({ end: { kind: 'resume' } }, route.replace('POST', 'PUT'));
    expect(resumed.body.membership).toMatchObject({ status: 'active', nextBill: { kind: 'on', date: '2026-04-10' } });
    expect((await world.credits()).map(({ expiresOn }) => expiresOn)).toEqual(['2026-04-09']);
    await world.live('2026-04-12T15:00:00Z');
    expect(await charges(world)).toEqual(['2026-02-28', '2026-04-10']);
  });

  test('is taken for what its dates say, also when no job has run: used nothing, charged nothing (rule P3)', async () => {
    const { world, desk, call } = await salon();
    await call({ start: 'period_end', end: lastDay('2026-04-20') });
    world.moveTo('2026-03-31T13:00:00Z');
    expect((await desk.redeem(1)).status).toBe(409);
    expect(await world.sweep()).toEqual(['paused']);
    expect(await world.sweep()).toEqual([]);
    expect(await charges(world)).toEqual(['2026-02-28']);
  });

  test('going beyond the limits takes a reason, which colleagues read beside the pause and members never (rule P5)', async () => {
    const { world, desk, call } = await salon();
    const asked = { start: 'now', end: lastDay('2026-12-31') };
    expect((await call(asked)).body).toMatchObject({ code: 'pause_too_long', details: { days: 90 } });
    expect((await call({ ...asked, beyondLimits: true })).status).toBe(400);
    // Looking is free of reasons.
    expect((await call({ ...asked, beyondLimits: true }, `${route}/preview`)).status).toBe(200);
    const reason = 'Abroad for a year';
    const agreed = await call({ ...asked, beyondLimits: true, reason });
    expect(agreed.status).toBe(201);
    expect(JSON.stringify(agreed.body)).not.toContain(reason);
    expect((await desk.call('GET {member}', {})).body.pauseReasons).toEqual([{ membershipId, reason }]);

    const put = route.replace('POST', 'PUT');
    expect((await call({ end: lastDay('2027-01-31'), beyondLimits: true }, put)).status).toBe(400);
    await call({ end: lastDay('2027-01-31'), beyondLimits: true, reason: 'A month more' }, put);
    await call({ end: lastDay('2026-03-31') }, put);
    expect((await world.membership()).pause?.reason).toBe('A month more');
    await call({ end: { kind: 'resume' } }, put);
    expect((await world.membership()).pause).toBeUndefined();
  });

  test('where credits can be used in a pause, discounts wait all the same (rule P3)', async () => {
    const discount: Benefit = { kind: 'discount', key: 'off', serviceIds: [], percent: 10 };
    const world = await billingWorldForTests({ plan: { benefits: [...goldPlan.benefits, discount] } });
    const desk = await billingDesk(world);
    await world.live('2026-03-05T15:00:00Z');
    const serviceId = goldPlan.benefits[0]?.serviceIds[0] ?? '';
    const use = () => desk.call('POST {member}/benefit-uses', { membershipId, benefit: 'off', serviceId });
    expect((await use()).status).toBe(201);
    const asked = { start: 'now', end: lastDay('2026-03-20'), benefits: 'usable' };
    expect((await desk.call(route, asked, { membershipId })).status).toBe(201);
    expect((await use()).body).toMatchObject({ code: 'credit_frozen' });
    expect((await desk.redeem(1)).status).toBe(201);
  });
});
