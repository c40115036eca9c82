import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forecastStart } from '../../../functions/billing/credit-forecast.ts';
import { expireAccount } from '../../../functions/jobs/expire-credits.ts';
import { loadConfiguration } from '../../../functions/store/configuration.ts';
import { EntryRow } from '../../../functions/store/credit-writes.ts';
import { parseRow } from '../../../functions/store/stored.ts';
import { forecastView } from '../../../functions/views/forecast-view.ts';
import { addDays, localDateOf } from '../../../shared/domain/calendar.ts';
import type { Entry } from '../../../shared/domain/credit-account.ts';
import { forecastCredits, type Loss, type LossCause } from '../../../shared/domain/loss-forecast.ts';
import type { PlanVersion } from '../../../shared/domain/plan.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';
import { billingDesk } from '../../support/billing-desk.ts';
import {
  type BillingTestWorld,
  billingWorldForTests,
  memberId,
  membershipId,
  slug,
} from '../../support/billing-world.ts';
import { confirm, quote, salonOfPlans, silver } from '../../support/plan-change-salon.ts';

const serviceId = 'svc_01JAB000000000000000000001';
const hour = 3_600_000;
const zone = 'America/New_York';

const today = (world: BillingTestWorld) => localDateOf(world.now(), zone);

async function start(world: BillingTestWorld) {
  const configuration = await loadConfiguration(world.table, slug);
  if (!configuration) throw new Error('the salon is there');
  return forecastStart(world.table, { slug, member: await world.member(), configuration, today: today(world) });
}

/** Lives through a time as the schedules do: bills, pauses and ends, then the sweep of what has expired. */
async function live(world: BillingTestWorld, days: number): Promise<void> {
  const end = world.now() + days * 24 * hour;
  for (; world.now() < end; world.pass(6 * hour)) {
    await world.sweep();
    await expireAccount(world.world, { slug, memberId, asOf: world.now() }, 'request-of-the-sweep');
  }
}

const entriesOf = (world: BillingTestWorld): Entry[] =>
  world.table
    .rows()
    .filter(({ sk }) => sk.startsWith('ENTRY#'))
    .map((row) => parseRow(EntryRow, row).value.entry)
    .sort((a, b) => a.sequence - b.sequence);

/** What the books say was lost, in the forecast’s words. */
function lossesIn(entries: readonly Entry[]): Loss[] {
  return entries.flatMap((entry): Loss[] => {
    const loss = (cause: LossCause, lastDay = addDays(entry.on, -1)) => [
      { bucketId: entry.bucketId, units: Math.abs(entry.units), lastDay, cause },
    ];
    if (entry.units === 0) return [];
    if (entry.reason.code === 'membership_ended') return loss('membership_ends', entry.extendsTo);
    if (entry.kind !== 'EXPIRE') return [];
    return loss(entry.reason.code === 'over_rollover_cap' ? 'too_many' : 'last_day');
  });
}

/** What the books say is lost from here on, after living through all of the day `until`, whatever its hour is now. */
async function lostUntil(world: BillingTestWorld, until: LocalDate): Promise<Loss[]> {
  const before = entriesOf(world).length;
  while (today(world) <= until) await live(world, 1);
  return lossesIn(
    entriesOf(world)
      .slice(before)
      .filter(({ on }) => on <= until),
  );
}

const sorted = (losses: readonly Loss[]) =>
  [...losses].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const rollover = fc.option(
  fc.record(
    {
      maxAgePeriods: fc.integer({ min: 1, max: 3 }),
      maxBalance: fc.integer({ min: 4, max: 9 }),
      maxPercent: fc.integer({ min: 20, max: 80 }),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const after = fc.option(
  fc.oneof(
    fc.constantFrom(
      { kind: 'keep_until_expiry' as const },
      { kind: 'until_period_end' as const },
      { kind: 'refund_unused' as const },
    ),
    fc.record({ kind: fc.constant('grace_days' as const), days: fc.integer({ min: 1, max: 40 }) }),
  ),
  { nil: undefined },
);
const plans = fc
  .record({ units: fc.integer({ min: 1, max: 4 }), rollover, after, weekly: fc.boolean(), term: fc.boolean() })
  .map(
    ({ units, rollover: keeps, after: creditsAfterCancel, weekly, term }): Partial<PlanVersion> => ({
      interval: weekly ? { unit: 'week', count: 2 } : { unit: 'month', count: 1 },
      benefits: [
        { kind: 'visits', key: 'facial', serviceIds: [serviceId], units, ...(keeps ? { rollover: keeps } : {}) },
      ],
      visitAllowance: units,
      ...(term ? { renewal: { kind: 'fixed_term', periods: 4 } } : {}),
      ...(creditsAfterCancel ? { creditsAfterCancel } : {}),
    }),
  );
const plansOfAction = fc.constantFrom('nothing', 'pause', 'endless_pause', 'cancel', 'cancel_on_date', 'use');

describe('what is said to be lost if nothing is used', () => {
  // Features §1: exact units and days, held against what renewals, pauses, ends and the sweep really write.
  test('is exactly what is lost then, by whatever plan, pause or cancellation', async () => {
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        plans,
        plansOfAction,
        fc.integer({ min: 3, max: 60 }),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom('shift', 'keep'),
        fc.constantFrom('frozen', 'usable'),
        async (plan, action, age, later, dates, benefits) => {
          const world = await billingWorldForTests({ plan });
          const desk = await billingDesk(world);
          await live(world, age);
          const now = today(world);
          const path = 'POST {member}/memberships/{membershipId}';
          const lastDay = addDays(now, later + 20);
          const answers: { status: number | undefined }[] = [];
          if (action === 'use') answers.push(await desk.redeem(1));
          if (action === 'pause' || action === 'endless_pause') {
            const end = action === 'pause' ? { kind: 'last_day', lastDay } : { kind: 'open' };
            const asked = { start: 'now', end, dates, benefits };
            answers.push(await desk.call(`${path}/pause`, asked, { membershipId }));
          }
          if (action === 'cancel')
            answers.push(await desk.call(`${path}/cancellation`, { when: 'period_end' }, { membershipId }));
          if (action === 'cancel_on_date')
            answers.push(await desk.call(`${path}/cancellation`, { when: 'on_date', lastDay }, { membershipId }));
          if (answers.every(({ status = 500 }) => status < 300)) done.set(action, (done.get(action) ?? 0) + 1);
          const until = addDays(now, 100);
          const forecast = forecastCredits(await start(world), until).losses;
          expect(sorted(forecast)).toEqual(sorted(await lostUntil(world, until)));
        },
      ),
      { numRuns: 20 },
    );
    // A test in which everything is refused would show nothing.
    expect(done.size).toBeGreaterThan(2);
  }, 240_000);

  test('also when a change of plan waits for the next bill: from then on it is the new plan that gives', async () => {
    const world = await salonOfPlans();
    await confirm(world, await quote(world, silver, 'next_period'));
    const until = addDays(today(world), 100);
    const forecast = forecastCredits(await start(world), until).losses;
    expect(sorted(forecast)).toEqual(sorted(await lostUntil(world, until)));
    expect((await world.membership()).planId).toBe(silver.planId);
    expect(forecast.length).toBeGreaterThan(1);
  });

  test('adds up: what is lost and what stays is what is there', async () => {
    const world = await billingWorldForTests({
      plan: {
        benefits: [
          {
            kind: 'visits',
            key: 'facial',
            serviceIds: [serviceId],
            units: 4,
            rollover: { maxBalance: 6, maxAgePeriods: 3 },
          },
        ],
        visitAllowance: 4,
      },
    });
    await live(world, 40);
    const { losses, lasting } = forecastView(await start(world));
    expect({ losses, lasting }).toEqual({
      losses: [
        { kind: 'visits', serviceIds: [serviceId], units: 2, lastDay: '2026-03-30', cause: 'too_many' },
        { kind: 'visits', serviceIds: [serviceId], units: 2, lastDay: '2026-04-29', cause: 'too_many' },
      ],
      lasting: [],
    });
  });

  test('an open payment promises nothing: no new credits are counted on, and what is there goes on its day', async () => {
    const world = await billingWorldForTests();
    await live(world, 40);
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
    const before = forecastCredits(await start(world), addDays(today(world), 90)).losses;
    expect(before.map(({ lastDay }) => lastDay)).toEqual(['2026-03-30', '2026-04-29', '2026-05-30']);
    await live(world, 22);
    expect((await world.membership()).due).toBeDefined();
    expect(forecastCredits(await start(world), addDays(today(world), 90)).losses).toEqual([]);
  });
});
