import { describe, expect, test } from '@jest/globals';
import { constantBenefits } from '../../frontend/admin/credits/constant-benefits.ts';
import { endOf, isPausable } from '../../frontend/admin/pauses/pausing.ts';
import { alwaysIncluded } from '../../frontend/portal/state/benefits.ts';
import type { MembershipView } from '../../shared/contract/views.ts';

const chosen = { from: '2026-03-05', day: '', maxDays: 90 };

describe('pausing at the desk', () => {
  test('the end is what was chosen: a length, a day, or none', () => {
    expect(endOf('two_weeks', chosen)).toEqual({ kind: 'last_day', lastDay: '2026-03-18' });
    expect(endOf('day', { ...chosen, day: '2026-12-31' })).toEqual({ kind: 'last_day', lastDay: '2026-12-31' });
    expect(endOf('open', chosen)).toEqual({ kind: 'open' });
    expect(endOf('day', chosen)).toBeUndefined();
    expect(endOf(undefined, chosen)).toBeUndefined();
  });

  test('is offered where a membership runs and nothing is open', () => {
    expect(isPausable({ status: 'active' })).toBe(true);
    expect(isPausable({ status: 'paused' })).toBe(false);
    const pause = { from: '2026-04-01', dates: 'shift', benefits: 'frozen', by: 'staff' } as const;
    expect(isPausable({ status: 'active', pause })).toBe(false);
  });
});

// Rule P3
test('discounts wait in a pause, also where credits can be used in it', () => {
  const paused = {
    membershipId: 'm',
    status: 'paused',
    usability: 'usable',
    plan: { benefits: [{ kind: 'discount', key: 'd', serviceIds: [], percent: 10 }] },
  } as unknown as MembershipView;
  expect(constantBenefits([paused])).toEqual([]);
  expect(alwaysIncluded([paused])).toEqual([]);
  expect(constantBenefits([{ ...paused, status: 'active' }])).toHaveLength(1);
});
