import { describe, expect, test } from '@jest/globals';
import { previewRedemption } from '../../frontend/admin/credits/redemption.ts';
import type { BucketView, CreditGroup } from '../../shared/contract/views.ts';

const bucket = (bucketId: string, available: number, expiresOn?: string): BucketView => ({
  bucketId,
  available,
  granted: 5,
  grantedOn: '2026-03-01',
  ...(expiresOn === undefined ? {} : { expiresOn }),
  expiresSoon: false,
  source: { kind: 'staff' },
});
const group = (serviceIds: string[], buckets: BucketView[], kind: CreditGroup['kind'] = 'visits'): CreditGroup => ({
  kind,
  serviceIds,
  available: buckets.reduce((sum, { available }) => sum + available, 0),
  buckets,
});
const taken = (groups: CreditGroup[], serviceId: string, units: number, kind: CreditGroup['kind'] = 'visits') =>
  previewRedemption(groups, { kind, serviceId, units });

describe('what the desk is shown before a credit is used', () => {
  const haircuts = group(['haircut'], [bucket('later', 2, '2026-04-30'), bucket('soon', 1, '2026-03-31')]);
  const either = group(['haircut', 'facial'], [bucket('either', 1, '2026-03-31')]);

  test('the credit that expires first is used first', () => {
    expect(taken([haircuts], 'haircut', 1)).toMatchObject({
      takes: [{ bucket: { bucketId: 'soon' }, units: 1 }],
      available: 3,
      remains: 2,
      enough: true,
    });
  });

  test('two visits may come from two grants', () => {
    const preview = taken([haircuts], 'haircut', 2);
    expect(preview.takes.map(({ bucket, units }) => [bucket.bucketId, units])).toEqual([
      ['soon', 1],
      ['later', 1],
    ]);
  });

  test('on the same last day, the credit for fewer services goes first: the other stays useful for more', () => {
    expect(taken([either, haircuts], 'haircut', 1).takes[0]?.bucket.bucketId).toBe('soon');
    expect(taken([either, haircuts], 'haircut', 4).remains).toBe(0);
  });

  test('a credit for other services is never taken', () => {
    expect(taken([haircuts], 'facial', 1)).toEqual({ takes: [], available: 0, remains: -1, enough: false });
  });

  test('visits and money are not mixed', () => {
    const money = group(['haircut'], [bucket('money', 5000)], 'allowance');
    expect(taken([money, haircuts], 'haircut', 4)).toMatchObject({ available: 3, enough: false });
    expect(taken([money, haircuts], 'haircut', 5000, 'allowance')).toMatchObject({ remains: 0, enough: true });
  });

  test('nothing typed is not enough to confirm', () => {
    expect(taken([haircuts], 'haircut', 0).enough).toBe(false);
  });
});
