import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeUndone, confirmChange } from '../../../functions/billing/change-plan.ts';
import { quoted } from '../../../functions/billing/quote-plan-change.ts';
import { change } from '../../../functions/store/change.ts';
import { keys } from '../../../functions/store/keys.ts';
import { membershipWrite } from '../../../functions/store/membership-writes.ts';
import { rowOf } from '../../../functions/store/stored.ts';
import { replace } from '../../../functions/store/table.ts';
import type { Membership } from '../../../shared/domain/membership.ts';
import type { ChangeWhen, PlanChangeQuote } from '../../../shared/domain/plan-quote.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type BillingTestWorld, goldPlan, slug } from '../../support/billing-world.ts';
import { expectLedgersInOrder } from '../../support/ledgers.ts';
import { giveAccountCredit } from '../../support/money.ts';
import {
  confirm,
  massage,
  platinum,
  quote,
  salonOfPlans,
  sceneIn,
  silver,
  yearly,
} from '../../support/plan-change-salon.ts';

const undo = (world: BillingTestWorld): Promise<Membership> =>
  change(world.table, async () => changeUndone(await sceneIn(world)()), { pause: async () => undefined });

const codeOf = async (run: () => Promise<unknown>): Promise<string> => {
  try {
    await run();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const hour = 3_600_000;

/** Lets the world go on, sweep after sweep, until nothing is due for two days. */
async function heal(world: BillingTestWorld): Promise<void> {
  Object.assign(world.hooks, { before: undefined, after: undefined });
  world.provider.fail(() => undefined);
  for (let passed = 0; passed < 50; passed += 1) {
    for (let rounds = 0; rounds < 5 && (await world.due()).length > 0; rounds += 1) await world.sweep();
    world.pass(hour);
  }
}

/** Units granted by the change and before it, per service. */
const grantedOf = async (world: BillingTestWorld) =>
  Object.fromEntries(
    Map.groupBy(await world.credits(), ({ serviceIds }) => serviceIds[0] ?? '')
      .entries()
      .map(([service, buckets]) => [service, buckets.reduce((sum, { granted }) => sum + granted, 0)]),
  );

/** Either the change was paid and done, once, or nothing of it happened at all. */
async function expectAllOrNothing(world: BillingTestWorld, offered: PlanChangeQuote): Promise<boolean> {
  const membership = await world.membership();
  const succeeded = world.provider.succeeded();
  const invoices = world.allInvoices();
  const isDone = membership.planId === offered.to.planId;
  expect(membership.charge).toBeUndefined();
  expect(membership.status).toBe('active');
  expect(succeeded.map(({ amount }) => amount)).toEqual(isDone ? [offered.amount] : []);
  expect(invoices.map(({ state, total }) => [state, total])).toEqual(isDone ? [['paid', offered.total]] : []);
  const granted = isDone ? offered.grants.reduce((sum, { units }) => sum + units, 0) : 0;
  expect((await world.credits()).reduce((sum, bucket) => sum + bucket.granted, 0)).toBe(granted);
  await expectLedgersInOrder(world);
  return isDone;
}

describe('a member changes to a dearer plan today (rules PC3 … PC6)', () => {
  test('the amount on the quote is the amount charged is the amount on the receipt', async () => {
    const world = await salonOfPlans();
    const offered = await quote(world, platinum);
    expect(offered).toMatchObject({ total: 3215, amount: 3215, effectiveOn: '2026-02-10' });
    const { result, invoiceId } = await confirm(world, offered);
    expect(result).toBe('changed');
    expect(world.provider.succeeded().map(({ amount }) => amount)).toEqual([3215]);
    const [receipt] = await world.invoices();
    expect(receipt).toMatchObject({
      invoiceId,
      state: 'paid',
      total: 3215,
      payment: { kind: 'card', amount: 3215 },
      lines: [
        { subject: { kind: 'plan_change', from: 'Gold', plan: 'Platinum', start: '2026-02-10', end: '2026-02-28' } },
      ],
    });
    expect(await world.membership()).toMatchObject({
      planId: platinum.planId,
      period: { index: 0, end: '2026-02-28' },
    });
    expect(world.events('membership.plan_changed')).toHaveLength(1);
    await expectLedgersInOrder(world);
  });

  test('what it brings more comes at once, and the next bill is the new plan’s', async () => {
    const world = await salonOfPlans();
    await confirm(world, await quote(world, platinum));
    expect(await grantedOf(world)).toEqual({ [goldPlan.benefits[0]?.serviceIds[0] ?? '']: 3, [massage]: 1 });
    await world.live('2026-02-28T18:00:00Z');
    expect(world.provider.succeeded().map(({ amount }) => amount)).toEqual([3215, 14_900]);
    await expectLedgersInOrder(world);
  });

  test('said yes to twice, or twice at the same moment, it is charged once and answers the same', async () => {
    const world = await salonOfPlans();
    const offered = await quote(world, platinum);
    const answers = await Promise.all([confirm(world, offered), confirm(world, offered), confirm(world, offered)]);
    expect(answers.filter(({ result }) => result !== 'changed' && result !== 'pending')).toEqual([]);
    expect(await confirm(world, offered)).toMatchObject({ result: 'changed' });
    expect(await expectAllOrNothing(world, offered)).toBe(true);
  });

  test('account credit pays first', async () => {
    const world = await salonOfPlans();
    await giveAccountCredit(world, 1000);
    const offered = await quote(world, platinum);
    expect(offered).toMatchObject({ creditApplied: 1000, amount: 2215 });
    await confirm(world, offered);
    expect(world.provider.succeeded().map(({ amount }) => amount)).toEqual([2215]);
    expect((await world.member()).money?.value.balance).toBe(0);
    await expectLedgersInOrder(world);
  });

  test('from months to a year, the year begins today and the unused days are taken off (rule PC7)', async () => {
    const world = await salonOfPlans();
    const offered = await quote(world, yearly);
    expect(offered.total).toBe(99_000 - 6364);
    await confirm(world, offered);
    expect(await world.membership()).toMatchObject({ period: { index: 1, start: '2026-02-10', end: '2027-02-10' } });
    await world.live('2026-04-01T00:00:00Z');
    expect(world.provider.succeeded()).toHaveLength(1);
  });
});

describe('a quote holds or it does not (rule PC5)', () => {
  test('it holds for a quarter of an hour', async () => {
    const world = await salonOfPlans();
    const offered = await quote(world, platinum);
    world.pass(15 * 60_000 - 1);
    expect(await codeOf(() => confirm(world, offered))).toBe('done');
    const late = await salonOfPlans();
    const other = await quote(late, platinum);
    late.pass(15 * 60_000);
    expect(await codeOf(() => confirm(late, other))).toBe('quote_expired');
    expect(await expectAllOrNothing(late, other)).toBe(false);
  });

  test.each<[string, (world: BillingTestWorld) => Promise<unknown>]>([
    ['account credit came', (world) => giveAccountCredit(world, 500)],
    [
      'the tax is another one',
      async (world) => {
        const stored = (await world.world.configurations.get(slug))?.business;
        if (!stored) throw new Error('no business');
        const tax = { name: 'Sales tax', basisPoints: 850, mode: 'exclusive' as const };
        await world.table.commit([replace(rowOf(keys.business(slug), { ...stored.value, tax }), stored.version)]);
      },
    ],
    ['the day is over', async (world) => world.moveTo('2026-02-11T05:02:00Z')],
  ])('not when %s', async (_, happens) => {
    const world = await salonOfPlans();
    world.moveTo('2026-02-11T04:50:00Z');
    const offered = await quote(world, platinum, 'now');
    await happens(world);
    expect(await codeOf(() => confirm(world, offered))).toBe('quote_outdated');
    expect(world.provider.taken).toEqual([]);
    expect((await world.membership()).planId).toBe(goldPlan.planId);
  });

  test('a change today takes the place of one that waited', async () => {
    const world = await salonOfPlans();
    await confirm(world, await quote(world, silver, 'next_period'));
    await confirm(world, await quote(world, platinum));
    const { planId, pendingChange } = await world.membership();
    expect([planId, pendingChange]).toEqual([platinum.planId, undefined]);
  });

  test('not for another person’s membership, and not one that nobody made', async () => {
    const world = await salonOfPlans();
    const offered = await quote(world, platinum);
    const other = { ...offered, quoteId: 'qte_01JAB000000000000000000009' };
    expect(await codeOf(() => confirm(world, other))).toBe('not_found');
  });

  test('not when the plan is not sold any more', async () => {
    const world = await salonOfPlans();
    const offered = await quote(world, platinum);
    const key = keys.plan(slug, platinum.planId, 1);
    const row = world.table.rows().find(({ sk, pk }) => pk === key.pk && sk === key.sk);
    await world.table.commit([replace(rowOf(key, { ...platinum, offered: false }), row?.version ?? 0)]);
    expect(await codeOf(() => confirm(world, offered))).toBe('plan_not_offered');
    expect(await expectAllOrNothing(world, offered)).toBe(false);
  });
});

describe('a card that says no', () => {
  test('leaves the old plan as it was, and account credit where it was', async () => {
    const world = await salonOfPlans();
    await giveAccountCredit(world, 1000);
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
    const before = await world.membership();
    const offered = await quote(world, platinum);
    expect(await confirm(world, offered)).toEqual({ result: 'declined', code: 'insufficient_funds' });
    expect(await world.membership()).toEqual(before);
    expect((await world.member()).money?.value.balance).toBe(1000);
    expect(world.events('membership.plan_change_declined')).toHaveLength(1);
    expect(await world.credits()).toEqual([]);
    // The same quote is used up; the salon’s list of past-due payments has nothing of it.
    world.provider.behave('pm_good', 'good');
    expect(await confirm(world, offered)).toMatchObject({ result: 'declined' });
    expect(world.table.rows().filter(({ pk }) => pk.endsWith('#PAST-DUE'))).toEqual([]);
    expect(await confirm(world, await quote(world, platinum))).toMatchObject({ result: 'changed' });
    await expectLedgersInOrder(world);
  });

  test('is asked twice a day at most, whatever is quoted in between (rule D3)', async () => {
    const world = await salonOfPlans();
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await confirm(world, await quote(world, platinum))).toMatchObject({ result: 'declined' });
    }
    const third = await quote(world, platinum);
    expect(await codeOf(() => confirm(world, third))).toBe('too_many_attempts');
  });

  test('or wants its owner’s confirmation: nothing has changed, and that is said', async () => {
    const world = await salonOfPlans();
    world.provider.behave('pm_good', { declineClass: 'authentication', code: 'authentication_required' });
    const offered = await quote(world, platinum);
    expect(await confirm(world, offered)).toMatchObject({ result: 'confirmation_needed' });
    expect(await expectAllOrNothing(world, offered)).toBe(false);
  });

  test('that is not there is said before anybody is asked', async () => {
    const world = await salonOfPlans({ card: null });
    const offered = await quote(world, platinum);
    expect(await codeOf(() => confirm(world, offered))).toBe('no_card_on_file');
    expect(await expectAllOrNothing(world, offered)).toBe(false);
  });
});

describe('whatever dies, one charge and one grant, or none (goals R1, R2, R5)', () => {
  const callsOfConfirming = async (): Promise<number> => {
    const world = await salonOfPlans();
    const offered = await quote(world, platinum);
    let calls = 0;
    world.hooks.before = () => {
      calls += 1;
    };
    await confirm(world, offered);
    return calls;
  };

  test.each(['before', 'after'] as const)('%s any call of the table', async (when) => {
    const calls = await callsOfConfirming();
    expect(calls).toBeGreaterThan(4);
    const ended: boolean[] = [];
    for (let last = 1; last <= calls; last += 1) {
      const world = await salonOfPlans();
      const offered = await quote(world, platinum);
      let call = 0;
      world.hooks[when] = () => {
        call += 1;
        if (call >= last) throw new Error('the plug was pulled');
      };
      await confirm(world, offered).catch(() => undefined);
      await heal(world);
      ended.push(await expectAllOrNothing(world, offered));
      // Who asks again is told what became of it, and nothing is charged for that.
      expect(await codeOf(() => confirm(world, offered))).toBe(ended.at(-1) ? 'done' : 'quote_expired');
    }
    // Once the charge is written down the change goes through, whoever is left to do it.
    expect(ended).toContain(true);
    expect(ended.lastIndexOf(false)).toBeLessThan(ended.indexOf(true));
  });

  test.each(['before', 'after'] as const)(
    'when the provider’s answer is lost %s it took the money (F3)',
    async (when) => {
      const world = await salonOfPlans();
      const offered = await quote(world, platinum);
      world.provider.fail((call) => (call === 'charge' ? when : undefined));
      expect(await confirm(world, offered)).toEqual({ result: 'pending' });
      expect((await world.membership()).planId).toBe(goldPlan.planId);
      await heal(world);
      expect(await expectAllOrNothing(world, offered)).toBe(true);
      expect(await confirm(world, offered)).toMatchObject({ result: 'changed' });
    },
  );

  test('when the provider never had it for a day, the old plan stays and account credit is back', async () => {
    const world = await salonOfPlans();
    await giveAccountCredit(world, 1000);
    const offered = await quote(world, platinum);
    world.provider.fail((call) => (call === 'charge' ? 'before' : undefined));
    expect(await confirm(world, offered)).toEqual({ result: 'pending' });
    for (let passed = 0; passed < 26; passed += 1) {
      for (let rounds = 0; rounds < 5 && (await world.due()).length > 0; rounds += 1) await world.sweep();
      world.pass(hour);
    }
    expect((await world.membership()).charge).toBeUndefined();
    expect((await world.membership()).planId).toBe(goldPlan.planId);
    expect((await world.member()).money?.value.balance).toBe(1000);
    await expectLedgersInOrder(world);
  });

  test('while an outcome is unknown, nothing else is charged or changed', async () => {
    const world = await salonOfPlans();
    const offered = await quote(world, platinum);
    const other = await quote(world, yearly);
    world.provider.fail((call) => (call === 'charge' ? 'before' : undefined));
    await confirm(world, offered);
    expect(await codeOf(() => confirm(world, other))).toBe('payment_in_progress');
    expect(await codeOf(() => quote(world, silver, 'next_period'))).toBe('payment_in_progress');
  });
});

describe('a change that waits for the next bill', () => {
  test('is billed as the new plan, in its price, with its credits, and moves no money before', async () => {
    const world = await salonOfPlans();
    const offered = await quote(world, silver, 'next_period');
    expect(offered).toMatchObject({ total: 0, effectiveOn: '2026-02-28' });
    expect(await confirm(world, offered)).toEqual({ result: 'scheduled' });
    expect(world.provider.taken).toEqual([]);
    expect(await world.membership()).toMatchObject({
      planId: goldPlan.planId,
      pendingChange: { planId: silver.planId },
    });
    await world.live('2026-02-28T18:00:00Z');
    expect(world.provider.succeeded().map(({ amount }) => amount)).toEqual([4900]);
    const after = await world.membership();
    expect(after).toMatchObject({ planId: silver.planId, period: { index: 1, end: '2026-03-31' } });
    expect(after.pendingChange).toBeUndefined();
    expect(world.events('membership.plan_changed')).toHaveLength(1);
    await expectLedgersInOrder(world);
  });

  test('can be taken back until then', async () => {
    const world = await salonOfPlans();
    await confirm(world, await quote(world, silver, 'next_period'));
    await undo(world);
    expect(await codeOf(() => undo(world))).toBe('no_pending_change');
    await world.live('2026-02-28T18:00:00Z');
    expect(world.provider.succeeded().map(({ amount }) => amount)).toEqual([9900]);
  });

  test('when its bill is not paid, collecting goes on at the new price, and paid it brings the new plan’s credits', async () => {
    const world = await salonOfPlans();
    await confirm(world, await quote(world, silver, 'next_period'));
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
    await world.live('2026-03-01T18:00:00Z');
    expect(await world.membership()).toMatchObject({ status: 'past_due', due: { amount: 4900 } });
    world.provider.behave('pm_good', 'good');
    await world.live('2026-03-06T18:00:00Z');
    expect(world.provider.succeeded().map(({ amount }) => amount)).toEqual([4900]);
    expect(await world.membership()).toMatchObject({ status: 'active', planId: silver.planId });
    await expectLedgersInOrder(world);
  });
});

test('a membership that is paid at the desk changes there today: one receipt, and alone only with the next payment', async () => {
  const world = await salonOfPlans();
  const { memberships } = await world.member();
  const [stored] = memberships;
  if (!stored) throw new Error('no membership');
  const { business, plan } = world;
  await world.table.commit([
    membershipWrite(
      stored,
      { ...stored.value, payment: 'at_the_desk' },
      {
        slug,
        terms: { plan, business },
        today: '2026-02-10',
        tzdata: '2026a',
      },
    ),
  ]);
  expect(await codeOf(() => quote(world, platinum))).toBe('paid_at_the_desk');
  const offered = await change(
    world.table,
    async () => quoted(world.world, await sceneIn(world)(), { planId: platinum.planId, when: 'now', by: 'staff' }),
    { pause: async () => undefined },
  );
  const desk = { method: 'cash' as const, staffId: 'stf_01JAB000000000000000000001' };
  const yes = { quoteId: offered.quoteId, by: 'staff' as const, trigger: { kind: 'staff' as const, id: 'once' }, desk };
  expect(await confirmChange(world.world, sceneIn(world), yes)).toMatchObject({ result: 'changed' });
  expect(await confirmChange(world.world, sceneIn(world), yes)).toMatchObject({ result: 'changed' });
  expect(await world.invoices()).toMatchObject([
    { state: 'paid', payment: { kind: 'desk', method: 'cash', amount: 3215 } },
  ]);
  expect(world.provider.taken).toEqual([]);
  await expectLedgersInOrder(world);
});

test('in whatever order people change their minds, money and credits add up (goals I1 … I3, I11)', async () => {
  const plans = [platinum, silver, yearly, goldPlan];
  const step = fc.record({
    plan: fc.integer({ min: 0, max: plans.length - 1 }),
    when: fc.constantFrom<ChangeWhen>('now', 'next_period'),
    days: fc.integer({ min: 0, max: 20 }),
    credit: fc.constantFrom(0, 0, 700),
    card: fc.constantFrom<'good' | 'no'>('good', 'good', 'no'),
    fault: fc.constantFrom(undefined, undefined, undefined, 'before' as const, 'after' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const world = await salonOfPlans();
      let paidIn = 0;
      for (const { plan, when, days, credit, card, fault } of steps) {
        if (credit > 0) await giveAccountCredit(world, credit);
        paidIn += credit;
        world.provider.behave('pm_good', card === 'good' ? 'good' : { declineClass: 'soft', code: 'no' });
        const wished = plans[plan] ?? goldPlan;
        const offered = await quote(world, wished, when).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
        world.provider.fail((call) => (call === 'charge' ? fault : undefined));
        if (offered) await codeOf(() => confirm(world, offered));
        world.provider.fail(() => undefined);
        await world.live(new Date(world.now() + days * 24 * hour).toISOString());
      }
      world.provider.behave('pm_good', 'good');
      await heal(world);
      await expectLedgersInOrder(world);
      const paid = world.allInvoices().filter(({ state }) => state === 'paid');
      const byCard = paid.flatMap(({ payment }) => (payment?.kind === 'card' ? [payment.amount] : []));
      // What the provider took is what the invoices say, and what account credit paid is what it lost.
      expect(byCard.sort()).toEqual(
        world.provider
          .succeeded()
          .map(({ amount }) => amount)
          .sort(),
      );
      const applied = paid.reduce((sum, { creditApplied }) => sum + creditApplied, 0);
      const back = world.table
        .rows()
        .filter(({ sk }) => sk.startsWith('QUOTE#'))
        .map(({ data }) => data as { quote: PlanChangeQuote; outcome?: string })
        .filter(({ outcome, quote: { when } }) => outcome === 'done' && when === 'now')
        .reduce((sum, { quote: { toAccountCredit } }) => sum + toAccountCredit, 0);
      expect((await world.member()).money?.value.balance ?? 0).toBe(paidIn - applied + back);
      expect(
        paid.map(
          ({ total, creditApplied, payment }) =>
            total - creditApplied - (payment?.kind === 'card' ? payment.amount : 0),
        ),
      ).toEqual(paid.map(() => 0));
    }),
    { numRuns: 25 },
  );
});
