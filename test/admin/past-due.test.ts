import { describe, expect, test } from '@jest/globals';
import { countsOf, linesFor } from '../../frontend/admin/past-due/past-due-list.ts';
import type { PastDueLine } from '../../shared/contract/staff-operations.ts';

const line = (plan: string, days: number, amount: number, task?: PastDueLine['task']): PastDueLine => ({
  memberId: 'member',
  membershipId: plan,
  firstName: 'Anna',
  lastName: 'Berg',
  plan,
  invoiceId: plan,
  amount: { amount, currency: 'EUR' },
  since: '2026-03-01',
  step: 0,
  reason: 'declined',
  days,
  attempts: 1,
  frozen: false,
  undeliverable: false,
  ...(task === undefined ? {} : { task }),
});
const lines = [
  line('new', 0, 5000),
  line('small', 9, 5000, 'call'),
  line('large', 9, 9000, 'call'),
  line('old', 20, 100, 'decide'),
];
const names = (of: readonly PastDueLine[]) => of.map(({ plan }) => plan);

describe('the list of open payments', () => {
  test('the oldest comes first; of equal age, the larger amount', () => {
    expect(names(linesFor(lines, 'all'))).toEqual(['old', 'large', 'small', 'new']);
  });

  test('a task shows only what waits for it, and says how many there are', () => {
    expect(names(linesFor(lines, 'call'))).toEqual(['large', 'small']);
    expect(names(linesFor(lines, 'decide'))).toEqual(['old']);
    expect(countsOf(lines)).toEqual({ all: 4, call: 2, decide: 1 });
  });
});
