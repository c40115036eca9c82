import { describe, expect, test } from '@jest/globals';
import { Membership } from '../../shared/domain/membership.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { leftToShare, sharesWith, shareWith, stopSharing } from '../../shared/domain/sharing.ts';

// Rule C10

const ben = 'mbr_00000000000000000000000002';
const kim = 'mbr_00000000000000000000000003';
const lee = 'mbr_00000000000000000000000004';
const today = '2026-03-01';
const membership = Membership.parse({
  membershipId: 'msh_00000000000000000000000001',
  memberId: 'mbr_00000000000000000000000001',
  planId: 'pln_00000000000000000000000001',
  planVersion: 1,
  status: 'active',
  anchor: { date: today, interval: { unit: 'month', count: 1 } },
  period: { index: 0, start: today, end: '2026-04-01' },
  payment: 'card',
  enrolledVia: 'staff',
  enrolledAt: 0,
});
const plan = { sharing: { people: 2, unitsPerPeriod: 2 } };
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};

describe('sharing a membership', () => {
  test('as many may join as the plan allows, each of them once', () => {
    const withTwo = shareWith(shareWith(membership, plan, ben, today), plan, kim, today);
    expect(sharesWith(withTwo, ben) && sharesWith(withTwo, kim)).toBe(true);
    expect(codeOf(() => shareWith(withTwo, plan, lee, today))).toBe('sharing_full');
    expect(codeOf(() => shareWith(shareWith(membership, plan, ben, today), plan, ben, today))).toBe('already_sharing');
  });

  test('a plan that does not allow it, oneself, and a membership that is over are refused', () => {
    expect(codeOf(() => shareWith(membership, {}, ben, today))).toBe('sharing_not_allowed');
    expect(codeOf(() => shareWith(membership, plan, membership.memberId, today))).toBe('sharing_not_allowed');
    expect(codeOf(() => shareWith({ ...membership, cancelOn: today }, plan, ben, today))).toBe(
      'membership_not_running',
    );
  });

  test('when it ends for everybody, the membership is as it was before', () => {
    const shared = shareWith(shareWith(membership, plan, ben, today), plan, kim, today);
    expect(stopSharing(stopSharing(shared, kim), ben)).toEqual(membership);
    expect(codeOf(() => stopSharing(shared, lee))).toBe('not_found');
  });

  test('without a limit everything that is there may be used, with one never less than nothing', () => {
    expect(leftToShare({ sharing: { people: 1 } }, 7)).toBeUndefined();
    expect([0, 1, 2, 3].map((used) => leftToShare(plan, used))).toEqual([2, 1, 0, 0]);
  });
});
