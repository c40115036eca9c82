import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextBillingAction } from '../../shared/domain/billing-schedule.ts';
import { newBusiness } from '../../shared/domain/business.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { type CancelAsk, cancel, giveReason, undoCancellation } from '../../shared/domain/cancellation.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import { scheduleOf } from '../../shared/domain/pause-schedule.ts';
import { standingOf } from '../../shared/domain/standing.ts';
import { goldPlan } from '../support/billing-world.ts';

const today = '2026-01-31';
const membership: Membership = enrol({
  membershipId: 'msh_01JAB000000000000000000001',
  memberId: 'mbr_01JAB000000000000000000001',
  plan: goldPlan,
  startsOn: today,
  today,
  at: Date.parse('2026-01-31T15:00:00Z'),
  existing: [],
  payment: 'card',
});
const invoiceId = `${membership.membershipId}.1`;
const period = { index: 1, start: '2026-02-28', end: '2026-03-31' };
const due: NonNullable<Membership['due']> = {
  invoiceId,
  period,
  since: period.start,
  amount: 9900,
  step: 0,
  attempts: 1,
  declineClass: 'soft',
};
const charge: NonNullable<Membership['charge']> = {
  attempt: 1,
  invoiceId,
  period,
  total: 9900,
  creditApplied: 0,
  amount: 9900,
  trigger: { kind: 'renewal' },
  claimedAt: 0,
  leaseUntil: 180_000,
  state: 'charging',
};

const cancelled = (before: Membership, when: 'now' | 'period_end', on: string) =>
  cancel(before, { when }, on, goldPlan);

describe('cancelling', () => {
  test('ends after what is paid and what was agreed to at least (rules K1, K8)', () => {
    expect(cancelled(membership, 'period_end', '2026-02-10').cancelOn).toBe('2026-02-28');
    const agreed = { ...membership, committedUntil: '2026-04-29' };
    expect(cancelled(agreed, 'period_end', '2026-02-10').cancelOn).toBe('2026-04-30');
    const atOnce = cancelled(membership, 'now', '2026-02-10');
    expect(atOnce).toMatchObject({ status: 'cancelled', cancelOn: '2026-02-10' });
    // The day itself was one with it; after a last day, it was that one.
    const ended = (after: Membership, on: string) => standingOf(after, on, business.policies).nextBill;
    expect(ended(atOnce, '2026-02-20')).toEqual({ kind: 'ended_on', lastDay: '2026-02-10' });
    const atEnd = cancelled(membership, 'period_end', '2026-02-10');
    expect(ended(atEnd, '2026-02-28')).toEqual({ kind: 'ended_on', lastDay: '2026-02-27' });
  });

  test('while a payment is open ends now, and owes nothing (rule D7)', () => {
    const after = cancelled({ ...membership, status: 'past_due', due }, 'period_end', '2026-03-02');
    expect(after).toMatchObject({ status: 'cancelled', cancelOn: '2026-03-02' });
    expect(after.due).toBeUndefined();
  });

  test('waits while money is being taken: nobody may be charged for what they have just ended (goals I5)', () => {
    for (const when of ['now', 'period_end'] as const) {
      const asked = () => cancelled({ ...membership, charge }, when, '2026-02-28');
      expect(asked).toThrow(expect.objectContaining({ code: 'payment_in_progress' }));
    }
  });

  test('can be taken back until its day, and not twice', () => {
    const after = cancelled(membership, 'period_end', '2026-02-10');
    expect(undoCancellation(after, '2026-02-27')).toEqual(membership);
    const refused = expect.objectContaining({ code: 'cannot_be_cancelled' });
    expect(() => undoCancellation(after, '2026-02-28')).toThrow(refused);
    expect(() => undoCancellation(membership, '2026-02-10')).toThrow(refused);
    expect(() => cancelled(after, 'period_end', '2026-02-11')).toThrow(refused);
  });

  // Rule K1: days are said as the last one with it.
  test('by staff ends after the last day that they choose, that day included', () => {
    const after = cancel(membership, { when: 'on_date', lastDay: '2026-02-14' }, '2026-02-10', goldPlan);
    expect(after).toMatchObject({ status: 'active', cancelOn: '2026-02-15' });
    const refused = expect.objectContaining({ code: 'cancel_date_out_of_range' });
    for (const lastDay of ['2026-02-09', '2027-02-11']) {
      expect(() => cancel(membership, { when: 'on_date', lastDay }, '2026-02-10', goldPlan)).toThrow(refused);
    }
    const term = { ...membership, lastDay: '2026-04-29' };
    expect(() => cancel(term, { when: 'on_date', lastDay: '2026-04-30' }, '2026-02-10', goldPlan)).toThrow(refused);
  });

  test('at the end of what is paid ends at once when that is over', () => {
    const atDesk = { ...membership, payment: 'at_the_desk' as const };
    expect(cancelled(atDesk, 'period_end', '2026-03-05')).toMatchObject({
      status: 'cancelled',
      cancelOn: '2026-03-05',
    });
  });

  // Rule K4
  test('is explained afterwards by whoever wants to, and only when somebody decided it', () => {
    const after = cancelled(membership, 'period_end', '2026-02-10');
    expect(giveReason(giveReason(after, 'too_expensive'), 'moved_away').cancelReason).toBe('moved_away');
    expect(undoCancellation(giveReason(after, 'other'), '2026-02-11')).toEqual(membership);
    const refused = expect.objectContaining({ code: 'not_cancelled' });
    expect(() => giveReason(membership, 'other')).toThrow(refused);
    expect(() => giveReason({ ...after, endedBecause: 'payment_failed' }, 'other')).toThrow(refused);
  });
});

const business = newBusiness({
  slug: 'aurora',
  name: 'Aurora',
  timeZone: 'America/New_York',
  currency: 'USD',
  locale: 'en-US',
  contact: { email: 'hello@example.com' },
});
const someDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(today, days));
const someAsk: fc.Arbitrary<(on: string) => CancelAsk> = fc.oneof(
  fc.constant(() => ({ when: 'now' as const })),
  fc.constant(() => ({ when: 'period_end' as const })),
  fc
    .integer({ min: 0, max: 365 })
    .map((days) => (on: string) => ({ when: 'on_date' as const, lastDay: addDays(on, days) })),
);

describe('whatever was asked on whatever day', () => {
  const terms = { plan: goldPlan, business };
  const some = fc.record({
    on: someDay,
    ask: someAsk,
    later: fc.integer({ min: 0, max: 800 }),
    committedUntil: fc.option(someDay, { nil: undefined }),
    rule: fc.constantFrom(undefined, { kind: 'grace_days', days: 30 } as const),
  });
  const cancelledOn = ({ on, ask, committedUntil, rule }: typeof some extends fc.Arbitrary<infer T> ? T : never) => {
    const before = { ...membership, ...(committedUntil === undefined ? {} : { committedUntil }) };
    return { before, after: cancel(before, ask(on), on, { creditsAfterCancel: rule }) };
  };

  // Rule K7, goals I5
  test('nothing is charged by itself from the end on', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { after } = cancelledOn(given);
        const end = after.cancelOn ?? '';
        const action = nextBillingAction(after, terms, addDays(end, given.later));
        expect(action === undefined || action.kind === 'over').toBe(true);
        // The charge that is still to come before, if one is, lies before the end.
        const coming = nextBillingAction(after, terms, given.on);
        if (coming?.kind === 'charge') expect(coming.at).toBeLessThan(Date.parse(`${end}T04:00:00Z`));
      }),
    );
  });

  // Rule K3
  test('taking it back before the end leaves everything exactly as it was', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { before, after } = cancelledOn(given);
        fc.pre(after.status !== 'cancelled');
        expect(undoCancellation(after, addDays(after.cancelOn ?? '', -1))).toEqual(before);
      }),
    );
  });

  // Rule K3: the pause as well, so that the next bill is the one of before.
  test('with a pause to come, taking it back in time brings it back, and later leaves it out', () => {
    const somePause = fc.record({
      into: fc.integer({ min: 1, max: 60 }),
      days: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
      dates: fc.constantFrom('shift' as const, 'keep' as const),
      undone: fc.nat(400),
    });
    let cameBack = 0;
    let stayedOff = 0;
    fc.assert(
      fc.property(some, somePause, ({ ask, committedUntil, rule }, { into, days, dates, undone }) => {
        const on = addDays(today, 5);
        const from = addDays(on, into);
        const before: Membership = {
          ...membership,
          ...(committedUntil === undefined ? {} : { committedUntil }),
          pause: {
            ...{ from, dates, benefits: 'frozen', by: 'staff', agreedAt: 0 },
            ...(days === undefined ? {} : { until: addDays(from, days) }),
          },
        };
        const after = cancel(before, ask(on), on, { creditsAfterCancel: rule });
        expect(after.pause).toBeUndefined();
        const undoOn = addDays(on, undone);
        fc.pre(after.status !== 'cancelled' && undoOn < (after.cancelOn ?? '') && undoOn < membership.period.end);
        const again = undoCancellation(after, undoOn);
        const { pause: _, ...without } = before;
        expect(again).toEqual(undoOn <= from ? before : without);
        if (undoOn > from) stayedOff += 1;
        else {
          cameBack += 1;
          expect(scheduleOf(again)?.period.end).toBe(scheduleOf(before)?.period.end);
        }
      }),
    );
    expect(Math.min(cameBack, stayedOff)).toBeGreaterThan(0);
  });

  // Rule K8
  test('at the end of what is paid, nobody leaves before what they agreed to', () => {
    fc.assert(
      fc.property(someDay, someDay, (on, committedUntil) => {
        const after = cancelled({ ...membership, committedUntil }, 'period_end', on);
        expect((after.cancelOn ?? '') > committedUntil || (after.cancelOn ?? '') >= on).toBe(true);
        if (committedUntil >= on) expect((after.cancelOn ?? '') > committedUntil).toBe(true);
      }),
    );
  });
});
