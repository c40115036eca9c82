import { describe, expect, test } from '@jest/globals';
import { addParts, billsBetween, seenOf } from '../../frontend/admin/migration/migration-sum.ts';
import type { MigrationPreview } from '../../shared/contract/staff/migration-operations.ts';
import { nobodyMoved } from '../../shared/domain/migration.ts';
import { perMonth } from '../../shared/domain/plan-comparison.ts';

const one = (n: number, on: string) => ({
  memberId: `mbr_0000000000000000000000000${n}`,
  membershipId: `msh_0000000000000000000000000${n}`,
  ...{ name: `Client ${n}`, version: 1, on, before: 9900, after: 11_900 },
});
const part = (n: number, on: string): MigrationPreview => ({
  count: { ...nobodyMoved, clients: 40, done: 1, before: 9900, after: 11_900 },
  moving: [one(n, on)],
  excluded: [{ memberId: one(n, on).memberId, membershipId: one(n, on).membershipId, name: 'Other', why: 'kept' }],
  next: `part ${n}`,
});

// Rule PC2, “dry run”
describe('what a new version does, looked at in parts', () => {
  test('adds up, and is whole only with the last part', () => {
    const { next: _, ...last } = part(3, '2026-04-05');
    const sum = [part(1, '2026-04-30'), part(2, '2026-04-12'), last].reduce<MigrationPreview | undefined>(
      addParts,
      undefined,
    );
    if (sum === undefined) throw new Error('there are parts');
    expect(seenOf(sum)).toEqual({ clients: 120, done: 3, before: 29_700, after: 35_700 });
    expect(sum.moving.map(({ name }) => name)).toEqual(['Client 1', 'Client 2', 'Client 3']);
    expect(sum.excluded).toHaveLength(3);
    expect(sum).not.toHaveProperty('next');
    expect(billsBetween(sum.moving)).toEqual({ first: '2026-04-05', last: '2026-04-30' });
    expect(billsBetween([])).toBeUndefined();
  });

  test('is said a month, whatever the interval of the plan', () => {
    expect(perMonth(9900, { unit: 'month', count: 1 })).toBe(9900);
    expect(perMonth(9900, { unit: 'month', count: 3 })).toBe(3300);
    expect(perMonth(120_000, { unit: 'year', count: 1 })).toBe(10_000);
    expect(perMonth(3000, { unit: 'week', count: 1 })).toBe(13_000);
  });
});
