import { describe, expect, test } from '@jest/globals';
import { addParts } from '../../frontend/admin/closure/closure-sum.ts';
import type { ClosurePreview } from '../../shared/contract/staff/closure-operations.ts';
import { nobodyYet } from '../../shared/domain/closure.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' as const });
const sample = (n: number, after: string) => ({
  memberId: `mbr_0000000000000000000000000${n}`,
  name: `Client ${n}`,
  plan: 'Gold',
  bill: { before: '2026-03-31', after, amount: usd(9900) },
  credits: [],
});
const part = (n: number, more: Partial<ClosurePreview> = {}): ClosurePreview => ({
  days: 14,
  count: { ...nobodyYet, clients: 40, done: 30, excluded: { ...nobodyYet.excluded, cancelled: n } },
  moved: { bills: 20, total: usd(198_000) },
  visits: 7,
  samples: [sample(n, '2026-03-31')],
  excluded: [],
  next: `part ${n}`,
  ...more,
});

// Rule P10, “dry run”
describe('what closing does, looked at in parts', () => {
  test('adds up, and is whole only with the last part', () => {
    const { next: _, ...last } = part(3);
    const sum = [part(1), part(2), last].reduce<ClosurePreview | undefined>(addParts, undefined);
    expect(sum).toMatchObject({
      days: 14,
      count: { clients: 120, done: 90, excluded: { cancelled: 6 } },
      moved: { bills: 60, total: usd(594_000) },
      visits: 21,
    });
    expect(sum).not.toHaveProperty('next');
    expect(addParts(part(1), part(2)).next).toBe('part 2');
  });

  test('shows those as examples whose next bill moves', () => {
    const parts = [part(1), part(2, { samples: [sample(2, '2026-04-14'), sample(4, '2026-04-14')] }), part(3)];
    const sum = parts.reduce<ClosurePreview | undefined>(addParts, undefined);
    expect(sum?.samples.map(({ name }) => name)).toEqual(['Client 2', 'Client 4', 'Client 1']);
  });
});
