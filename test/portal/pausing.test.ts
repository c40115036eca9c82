import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditLines, furtherEffects } from '../../frontend/common/pause-effect.ts';
import {
  daysOf,
  lastDayOf,
  lastDayRange,
  laterBy,
  offeredLengths,
  pauseLengths,
} from '../../frontend/common/pause-length.ts';
import { pauseTimeline } from '../../frontend/common/pause-timeline.ts';
import { canPause, changesPauseAlone, lastDayChosen } from '../../frontend/portal/state/pausing.ts';
import type { PausePreview } from '../../shared/contract/staff/pause-operations.ts';
import type { MembershipView } from '../../shared/contract/views.ts';
import { addDays, billDate, daysBetween } from '../../shared/domain/calendar.ts';
import { endInPause } from '../../shared/wording/describe-pause.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { ruled } from '../support/ruled-plan.ts';

const english = tongueOf('en', 'en-GB');
const today = '2026-03-05';
const limits = { minDays: 7, maxDays: 90 };
const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2024-01-01', days));

const membership = (given: Partial<MembershipView> = {}): MembershipView => ({
  membershipId: 'm',
  plan: ruled({
    planId: 'p',
    version: 1,
    name: 'Glow',
    tier: 'Gold',
    price: { amount: 8900, currency: 'EUR' },
    interval: { unit: 'month', count: 1 },
    benefits: [{ kind: 'discount', key: 'd', serviceIds: [], percent: 10 }],
    visitAllowance: 0,
    renewal: { kind: 'until_cancelled' },
  }),
  status: 'paused',
  usability: 'on_hold',
  nextBill: { kind: 'paused_until', date: '2026-04-04' },
  since: '2025-01-15',
  period: { start: '2026-02-15', end: '2026-03-15' },
  payment: 'card',
  enrolledVia: 'staff',
  paymentInProgress: false,
  pause: { from: today, lastDay: '2026-04-03', dates: 'shift', benefits: 'frozen', by: 'member' },
  upcoming: {
    on: '2026-04-14',
    total: { amount: 8900, currency: 'EUR' },
    tax: { amount: 0, currency: 'EUR' },
    fromAccountCredit: { amount: 0, currency: 'EUR' },
    amount: { amount: 8900, currency: 'EUR' },
  },
  ...given,
});

describe('paused and cancelled at once', () => {
  const german = tongueOf('de', 'de-DE');
  const day = (date: string) => `<${date}>`;

  test('both are said: that it goes on after the pause and until when, or that it ends within it', () => {
    const after = endInPause(membership({ cancelledFor: '2026-04-13' }), english, day);
    expect(after).toBe(
      'The membership is also cancelled: after the pause it goes on from <2026-04-04> until and including <2026-04-13>, and then ends.',
    );
    const within = endInPause(membership({ cancelledFor: '2026-04-03' }), german, day);
    expect(within).toBe(
      'Die Mitgliedschaft ist außerdem gekündigt: Sie endet während der Pause, letzter Tag ist der <2026-04-03>.',
    );
    expect(endInPause(membership(), english, day)).toBeUndefined();
    expect(endInPause({ cancelledFor: '2026-04-13' }, english, day)).toBeUndefined();
  });

  test('coming back early tells the earlier end, and that nothing more is charged', () => {
    const { pause: _, upcoming: __, ...back } = membership({ cancelledFor: '2026-03-14', status: 'cancelling' });
    expect(furtherEffects(membership(), { membership: back }, { today, tongue: english })).toEqual([
      'The membership is cancelled: it then runs until and including 14 March.',
      'Nothing more is charged.',
    ]);
  });
});

describe('how long', () => {
  test('months are those of the calendar, as bills are', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 24 }), (from, months) => {
        expect(laterBy(from, months, 0)).toBe(
          billDate({ date: from, interval: { unit: 'month', count: 1 }, index: 0 }, months),
        );
      }),
    );
  });

  test('what is offered is what the salon allows: never a day too short or too long', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 300 }), (from, minDays, more) => {
        const allowed = { minDays, maxDays: minDays + more };
        for (const length of offeredLengths(from, allowed)) {
          const days = daysBetween(from, lastDayOf(length, from, allowed)) + 1;
          expect(days).toBeGreaterThanOrEqual(allowed.minDays);
          expect(days).toBeLessThanOrEqual(allowed.maxDays);
        }
        const { first, last } = lastDayRange(from, allowed);
        expect([daysOf(from, first), daysOf(from, last)]).toEqual([allowed.minDays, allowed.maxDays]);
      }),
    );
  });

  test('three months are offered where 90 days are the most, and are 90 days', () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        expect(offeredLengths(from, limits)).toEqual([...pauseLengths]);
        expect(daysOf(from, lastDayOf('three_months', from, limits))).toBeLessThanOrEqual(90);
      }),
    );
    expect(offeredLengths(today, { minDays: 7, maxDays: 60 })).not.toContain('three_months');
  });

  test.each([
    ['a week', 'one_week', undefined, '2026-03-11'],
    ['a day of one’s own', 'day', '2026-03-20', '2026-03-20'],
    ['a day that is not chosen yet', 'day', '', undefined],
    ['a day too early', 'day', '2026-03-10', undefined],
    ['a day too late', 'day', '2026-06-03', undefined],
    ['nothing yet', undefined, undefined, undefined],
  ])('%s', (_, choice, day, lastDay) => {
    expect(lastDayChosen(choice, day, today, membership().plan.rules.pause)).toBe(lastDay);
  });
});

// Rules P4, P6
describe('what happens then', () => {
  const texts = (given: Partial<MembershipView> = {}) =>
    pauseTimeline(membership(given), today, english).marks.map(({ text }) => text);

  test('now: the pause, the first day after it, the next charge with its amount; as wide as their days', () => {
    expect(texts()).toEqual([
      '5 March to 3 April: pause, 30 days, both included. Nothing is charged.',
      '4 April: the membership goes on.',
      '14 April: next charge, €89.00.',
    ]);
    expect(pauseTimeline(membership(), today, english).parts).toEqual([
      { kind: 'pause', days: 30 },
      { kind: 'after', days: 10 },
    ]);
  });

  test('from the next bill: until when all is as now, and coming back is the day of the charge', () => {
    const { upcoming } = membership();
    const later = {
      pause: { from: '2026-03-15', lastDay: '2026-04-13', dates: 'shift', benefits: 'frozen', by: 'member' },
      ...(upcoming ? { upcoming } : {}),
    } as const;
    expect(texts(later)).toEqual([
      'Until 14 March everything is as now.',
      '15 March to 13 April: pause, 30 days, both included. Nothing is charged.',
      '14 April: the membership goes on with the next charge, €89.00.',
    ]);
  });

  test('without an end: no day of a charge is named', () => {
    const { upcoming: _, ...open } = membership();
    const shown = pauseTimeline(
      { ...open, pause: { from: today, dates: 'shift', benefits: 'frozen', by: 'staff' } },
      today,
      english,
    );
    expect(shown.marks.map(({ kind }) => kind)).toEqual(['pause', 'bill']);
    expect(shown.marks.map(({ text }) => text).join(' ')).not.toMatch(/€/);
  });

  const credit = { bucketId: 'b', kind: 'visits' as const, serviceIds: ['cut'], available: 2, expiresOn: '2026-03-14' };
  const services = [{ serviceId: 'cut', name: 'Haircut', oneVisit: 'haircut visit', visits: 'haircut visits' }];
  const reader = { today, currency: 'EUR', services, tongue: english } as const;
  const preview = (given: Partial<MembershipView>, more: object): PausePreview => ({
    membership: membership(given),
    credits: [{ ...credit, rests: false, ...more }],
    limits: { ...limits, perYear: 2, taken: 0 },
  });
  const line = (given: Partial<MembershipView>, more: object) =>
    creditLines(preview(given, more), reader).map(({ what, becomes }) => `${what}: ${becomes}`)[0];

  // Rule P3
  test.each<[string, Partial<MembershipView>, object, string]>([
    [
      'what rests has its later day beside the one before',
      {},
      { rests: true, expiresOnAfter: '2026-04-13' },
      'Two haircut visits: waits during the pause; last day 13 April instead of 14 March',
    ],
    [
      'without an end nobody can name the day',
      {},
      { rests: true },
      'Two haircut visits: waits during the pause and lasts as much longer',
    ],
    [
      'what can be used in the pause keeps its day',
      {},
      {},
      'Two haircut visits: can be used until 14 March, also during the pause',
    ],
    [
      'what ends before the pause begins is not in it',
      { pause: { from: '2026-03-15', dates: 'shift', benefits: 'frozen', by: 'member' } },
      {},
      'Two haircut visits: can be used until 14 March',
    ],
  ])('%s', (_, given, more, said) => {
    expect(line(given, more)).toBe(said);
  });

  test('after coming back early the day is the earlier one', () => {
    const { pause: _, ...back } = membership();
    const shown = { ...preview({}, { expiresOnAfter: '2026-03-24' }), membership: back };
    expect(creditLines(shown, reader)[0]?.becomes).toBe('can be used until 24 March');
  });

  // Rules P6, P9
  test('what it costs, what waits besides, and how much longer the agreed time runs', () => {
    const { pause } = membership();
    const fee = {
      each: { amount: 500, currency: 'EUR' },
      per: 'pause',
      total: { amount: 500, currency: 'EUR' },
    } as const;
    const shown = preview({ ...(pause ? { pause: { ...pause, fee } } : {}), committedUntil: '2026-10-14' }, {});
    expect(furtherEffects({ committedUntil: '2026-09-14' }, shown, reader)).toEqual([
      'Discounts and what is always included wait until the pause is over.',
      'The next charge contains €5.00 for the pause.',
      'The time that was agreed on then runs until 14 October.',
    ]);
    expect(furtherEffects({ committedUntil: '2026-10-14' }, shown, reader)).toHaveLength(2);
  });
});

// 000-026, 000-032, rule P5
describe('who may', () => {
  const { pause: _, ...running } = membership({ status: 'active' });
  test('a membership that runs can be paused; one that is paused, cancelled or not begun cannot', () => {
    expect(canPause(running)).toBe(true);
    expect(canPause({ ...running, status: 'renewal_pending' })).toBe(true);
    for (const status of ['trial', 'scheduled', 'cancelling', 'unpaid', 'expired'] as const) {
      expect(canPause({ ...running, status })).toBe(false);
    }
    expect(canPause(membership({ status: 'active' }))).toBe(false);
  });

  test('the owner’s switch counts for changing a pause, and the salon’s own closure is nobody’s to end', () => {
    expect(changesPauseAlone(membership(), { memberPauses: true })).toBe(true);
    expect(changesPauseAlone(membership(), { memberPauses: false })).toBe(false);
    const closed = membership({ pause: { from: today, dates: 'shift', benefits: 'frozen', by: 'closure' } });
    expect(changesPauseAlone(closed, { memberPauses: true })).toBe(false);
  });
});
