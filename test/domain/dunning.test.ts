import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDateOf } from '../../shared/domain/calendar.ts';
import {
  accessOn,
  DunningPolicies,
  defaultDunning,
  dunningSteps,
  nextStepAfter,
  stepAfterDecline,
  stepInstant,
  technicalRetry,
} from '../../shared/domain/dunning.ts';
import { defaultRenewalWindow, renewalInstant } from '../../shared/domain/renewal-window.ts';
import { wallTimeOf } from '../../shared/domain/wall-time.ts';
import { dayBetween, everyZone } from '../support/zones.ts';

const steps = dunningSteps(defaultDunning);
const told = (policies: Partial<DunningPolicies>) =>
  dunningSteps({ ...defaultDunning, ...policies }).map((step) => [step.day, step.message, step.staff]);

describe('a payment that keeps failing (rule D2)', () => {
  test('leads through one table', () => {
    expect(steps).toEqual([
      { day: 0, charge: true, message: 'first', staff: 'flag' },
      { day: 3, charge: true, message: 'reminder' },
      { day: 5, charge: true },
      { day: 7, charge: true, message: 'benefits_pause', staff: 'call' },
      { day: 10, charge: true, message: 'on_hold' },
      { day: 14, charge: true, message: 'final', staff: 'decide' },
    ]);
  });

  test('one step follows the other until the schedule has ended', () => {
    const days: number[] = [];
    for (let step = steps[0]; step; step = nextStepAfter(steps, step.day)) days.push(step.day);
    expect(days).toEqual([0, 3, 5, 7, 10, 14]);
    expect(nextStepAfter(steps, 6)?.day).toBe(7);
    expect(nextStepAfter(steps, 14)).toBeUndefined();
  });

  test('credits stay usable to the end of day 7 and are on hold from day 8', () => {
    expect(
      ['2026-02-28', '2026-03-07', '2026-03-08', '2026-04-30'].map((today) =>
        accessOn('2026-02-28', today, defaultDunning),
      ),
    ).toEqual(['full', 'full', 'frozen', 'frozen']);
    expect(accessOn('2026-02-28', '2026-02-28', { graceDays: 0 })).toBe('full');
    expect(accessOn('2026-02-28', '2026-03-01', { graceDays: 0 })).toBe('frozen');
  });

  test.each([
    ['hard', [false, 'first', 'flag']],
    ['authentication', [false, 'first', 'flag']],
    ['soft', [true, 'first', 'flag']],
    ['technical', [true, 'first', 'flag']],
  ] as const)('after a %s decline, steps charge and tell accordingly', (declined, [charge, message, staff]) => {
    expect(stepAfterDecline({ day: 0, charge: true, message: 'first', staff: 'flag' }, declined)).toEqual({
      day: 0,
      charge,
      message,
      staff,
    });
  });

  test('a lost card is not charged again, and its owner is told as often as anybody', () => {
    const after = steps.map((step) => stepAfterDecline(step, 'hard'));
    expect(after.some((step) => step.charge)).toBe(false);
    expect(after.map((step) => step.message)).toEqual(steps.map((step) => step.message));
  });

  test('each step is due in the renewal window of its local day, at the membership’s own second', () => {
    fc.assert(
      fc.property(
        dayBetween(2020, 2060),
        fc.constantFrom(...everyZone),
        fc.constantFrom(...steps),
        (billDate, timeZone, step) => {
          const id = 'msh_00000000000000000000000042';
          const at = stepInstant(billDate, step, id, defaultRenewalWindow, timeZone);
          const day = addDays(billDate, step.day);
          expect(localDateOf(at, timeZone)).toBe(day);
          expect(at).toBe(renewalInstant(day, id, defaultRenewalWindow, timeZone));
          const { second } = wallTimeOf(at, timeZone);
          expect(second >= 5 * 3600 && second < 7.5 * 3600).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('when the processor is down it is asked again after one, two and four hours, then left to the next step', () => {
    const hours = [0, 1, 2, 3].map((tries) => technicalRetry(1000, tries));
    expect(hours).toEqual([3_601_000, 7_201_000, 14_401_000, undefined]);
  });
});

describe('a salon with a schedule of its own', () => {
  test.each<[string, Partial<DunningPolicies>, unknown[][]]>([
    [
      'grace that ends between two attempts is announced at the one before',
      { graceDays: 6 },
      [
        [0, 'first', 'flag'],
        [3, 'reminder', undefined],
        [5, 'benefits_pause', 'call'],
        [7, 'on_hold', undefined],
        [10, undefined, undefined],
        [14, 'final', 'decide'],
      ],
    ],
    [
      'without grace nothing is left to announce: benefits are on hold at the second attempt',
      { graceDays: 0, retryDays: [0, 3, 6, 9] },
      [
        [0, 'first', 'flag'],
        [3, 'on_hold', undefined],
        [6, 'reminder', undefined],
        [9, 'final', 'decide'],
      ],
    ],
    [
      'grace that outlasts the schedule is announced at the attempt before the last',
      { graceDays: 30, retryDays: [0, 2, 4, 6] },
      [
        [0, 'first', 'flag'],
        [2, 'reminder', undefined],
        [4, 'benefits_pause', 'call'],
        [6, 'final', 'decide'],
      ],
    ],
    [
      'two attempts are the first and the last',
      { retryDays: [0, 5] },
      [
        [0, 'first', 'flag'],
        [5, 'final', 'decide'],
      ],
    ],
    ['one attempt tells the member and asks staff', { retryDays: [0] }, [[0, 'first', 'decide']]],
  ])('%s', (_, policies, expected) => {
    expect(told(policies)).toEqual(expected);
  });

  test.each<[string, Partial<DunningPolicies>, boolean]>([
    ['the default', {}, true],
    ['one attempt', { retryDays: [0] }, true],
    ['eight attempts', { retryDays: [0, 1, 2, 3, 4, 5, 6, 28] }, true],
    ['an end on the day after the last attempt', { cancelAfterDays: 15 }, true],
    ['nine attempts', { retryDays: [0, 1, 2, 3, 4, 5, 6, 7, 8] }, false],
    ['no attempt', { retryDays: [] }, false],
    ['a first attempt after the bill date', { retryDays: [1, 3] }, false],
    ['two attempts on one day', { retryDays: [0, 3, 3] }, false],
    ['days out of order', { retryDays: [0, 5, 3] }, false],
    ['an attempt after four weeks', { retryDays: [0, 29] }, false],
    ['half a day', { retryDays: [0, 1.5] }, false],
    ['a day before the bill', { retryDays: [0, -1] }, false],
    ['grace before the bill', { graceDays: -1 }, false],
    ['grace of more than a month', { graceDays: 31 }, false],
    ['an end on the day of the last attempt', { cancelAfterDays: 14 }, false],
    ['an end after three months', { cancelAfterDays: 91 }, false],
  ])('may choose %s: %s', (_, policies, allowed) => {
    expect(DunningPolicies.safeParse({ ...defaultDunning, ...policies }).success).toBe(allowed);
  });

  const anyPolicies = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 7 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 29, max: 90 }),
    )
    .map(([later, graceDays, cancelAfterDays]) => ({
      retryDays: [0, ...later.sort((a, b) => a - b)],
      graceDays,
      cancelAfterDays,
    }));

  test('whatever it chooses, members hear at once, are warned in grace and told in time, and staff decide once', () => {
    fc.assert(
      fc.property(anyPolicies, (policies) => {
        expect(DunningPolicies.safeParse(policies).success).toBe(true);
        const table = dunningSteps(policies);
        const daysOf = (message: string) => table.filter((step) => step.message === message).map((step) => step.day);
        expect(table.map((step) => step.day)).toEqual(policies.retryDays);
        expect(table.every((step) => step.charge)).toBe(true);
        expect(daysOf('first')).toEqual([0]);
        const last = policies.retryDays.at(-1) ?? 0;
        expect(daysOf('final')).toEqual(last === 0 ? [] : [last]);
        expect(table.filter((step) => step.staff === 'decide').map((step) => step.day)).toEqual([last]);
        for (const day of daysOf('benefits_pause')) expect(day).toBeLessThanOrEqual(policies.graceDays);
        for (const day of daysOf('on_hold')) expect(day).toBeGreaterThan(policies.graceDays);
        const between = policies.retryDays.slice(1, -1);
        expect(daysOf('benefits_pause').length).toBe(between.some((day) => day <= policies.graceDays) ? 1 : 0);
        expect(daysOf('on_hold').length).toBe(between.some((day) => day > policies.graceDays) ? 1 : 0);
        expect(table.filter((step) => step.staff === 'call').map((step) => step.day)).toEqual(daysOf('benefits_pause'));
      }),
      { numRuns: 1000 },
    );
  });
});
