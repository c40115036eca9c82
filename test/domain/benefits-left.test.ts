import { describe, expect, test } from '@jest/globals';
import { hasBenefitsLeft } from '../../shared/domain/benefits-left.ts';
import type { Benefit } from '../../shared/domain/plan.ts';

const visits: Benefit = { kind: 'visits', key: 'v', serviceIds: ['cut'], units: 2 };
const discount: Benefit = { kind: 'discount', key: 'd', serviceIds: [], percent: 10 };
const unlimited: Benefit = { kind: 'unlimited', key: 'u', serviceIds: ['sauna'] };
const cameWith = (membershipId: string, available: number) => ({
  available,
  source: { kind: 'membership', membershipId, planId: 'p', periodIndex: 0 } as const,
});
const gift = { available: 3, source: { kind: 'staff' } as const };

describe('what a payment that did not come leaves', () => {
  test('is what came with the membership and is not used up', () => {
    expect(hasBenefitsLeft('own', [visits], [cameWith('own', 0), cameWith('own', 1)])).toBe(true);
    expect(hasBenefitsLeft('own', [visits], [cameWith('own', 0)])).toBe(false);
    expect(hasBenefitsLeft('own', [visits], [])).toBe(false);
  });

  test('is not what came with another membership, or from the salon', () => {
    expect(hasBenefitsLeft('own', [visits], [cameWith('other', 2), gift])).toBe(false);
  });

  test.each([discount, unlimited])('is always a benefit that needs no counting: $kind', (benefit) => {
    expect(hasBenefitsLeft('own', [visits, benefit], [])).toBe(true);
  });
});
