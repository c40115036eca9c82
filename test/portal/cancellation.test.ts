import { describe, expect, test } from '@jest/globals';
import {
  canCancel,
  cancelsOnline,
  canUndo,
  isCommitted,
  lastDayOf,
  leftOf,
} from '../../frontend/portal/state/cancellation.ts';
import { spoiltBill } from '../../frontend/portal/state/card.ts';
import type { CreditGroup } from '../../shared/contract/views.ts';
import { ShownStatus } from '../../shared/domain/standing.ts';

const period = { start: '2026-03-14', end: '2026-04-14' };

describe('cancelling online', () => {
  // Rule K1
  test('ends with the last day that is paid', () => {
    expect(lastDayOf({ period }, '2026-03-20')).toBe('2026-04-13');
    expect(lastDayOf({ period }, '2026-04-13')).toBe('2026-04-13');
    expect(lastDayOf({ period: { start: '2026-02-28', end: '2026-03-01' } }, '2026-02-28')).toBe('2026-02-28');
  });

  test('ends at once when what was paid for is over', () => {
    expect(lastDayOf({ period }, '2026-04-14')).toBeUndefined();
  });

  // Rule K8
  test('with an agreed time, ends after it, and says that bills are still to come', () => {
    const agreed = { period, committedUntil: '2026-08-13' };
    expect(lastDayOf(agreed, '2026-03-20')).toBe('2026-08-13');
    expect(isCommitted(agreed)).toBe(true);
  });

  test('an agreed time that ends with what is paid changes nothing', () => {
    const agreed = { period, committedUntil: '2026-04-13' };
    expect(lastDayOf(agreed, '2026-03-20')).toBe('2026-04-13');
    expect(isCommitted(agreed)).toBe(false);
    expect(isCommitted({ period })).toBe(false);
  });

  // 000-027, rule 13: online out where online in, otherwise through the salon
  test('is offered for what was taken out online and still runs, and for nothing else', () => {
    const offered = ShownStatus.options.filter((status) => canCancel({ status, enrolledVia: 'online' }));
    expect(offered).toEqual(['scheduled', 'active', 'trial', 'renewal_pending', 'past_due', 'unpaid', 'paused']);
    for (const status of ShownStatus.options) expect(canCancel({ status, enrolledVia: 'staff' })).toBe(false);
  });

  // Rule K3
  test('can be undone while it runs', () => {
    expect(canUndo({ status: 'cancelling', enrolledVia: 'online' })).toBe(true);
    expect(canUndo({ status: 'cancelled', enrolledVia: 'online' })).toBe(false);
    expect(canUndo({ status: 'cancelling', enrolledVia: 'staff' })).toBe(false);
  });

  test('the salon is named for ending a membership as soon as one needs it', () => {
    const [online, staff, over] = [
      { usability: 'usable' as const, enrolledVia: 'online' as const },
      { usability: 'usable' as const, enrolledVia: 'staff' as const },
      { usability: 'over' as const, enrolledVia: 'staff' as const },
    ];
    expect(cancelsOnline([online, over])).toBe(true);
    expect(cancelsOnline([online, staff])).toBe(false);
    expect(cancelsOnline([over])).toBe(false);
  });

  // Rule K2
  test('names what is left of this membership, each part with its last day, and nothing of others', () => {
    const bucket = (bucketId: string, available: number, source: CreditGroup['buckets'][number]['source']) => ({
      bucketId,
      available,
      granted: 2,
      grantedOn: '2026-03-14',
      expiresOn: '2026-04-13',
      expiresSoon: false,
      source,
    });
    const own = { kind: 'membership' as const, membershipId: 'm', planId: 'p', periodIndex: 1 };
    const groups: CreditGroup[] = [
      {
        kind: 'visits',
        serviceIds: ['cut'],
        available: 4,
        buckets: [
          bucket('a', 1, own),
          bucket('b', 0, own),
          bucket('c', 1, { kind: 'staff' }),
          bucket('d', 2, { ...own, membershipId: 'other' }),
        ],
      },
    ];
    expect(leftOf('m', groups)).toEqual([
      { bucketId: 'a', kind: 'visits', serviceIds: ['cut'], units: 1, expiresOn: '2026-04-13' },
    ]);
  });
});

describe('a card that will not live to see the next bill', () => {
  const bill = (date: string, payment: 'card' | 'at_the_desk' = 'card') => ({
    payment,
    nextBill: { kind: 'on' as const, date },
  });

  test('is good until the end of its month', () => {
    const card = { expMonth: 3, expYear: 2026 };
    expect(spoiltBill(card, [bill('2026-03-31')])).toBeUndefined();
    expect(spoiltBill(card, [bill('2026-04-01')])).toBe('2026-04-01');
    expect(spoiltBill({ expMonth: 12, expYear: 2026 }, [bill('2027-01-01')])).toBe('2027-01-01');
  });

  test('the earliest bill counts, and only one that the card pays', () => {
    const card = { expMonth: 3, expYear: 2026 };
    expect(spoiltBill(card, [bill('2026-06-01'), bill('2026-05-01')])).toBe('2026-05-01');
    expect(spoiltBill(card, [bill('2026-05-01', 'at_the_desk')])).toBeUndefined();
    expect(
      spoiltBill(card, [{ payment: 'card', nextBill: { kind: 'ends_on', lastDay: '2026-05-01' } }]),
    ).toBeUndefined();
  });
});
