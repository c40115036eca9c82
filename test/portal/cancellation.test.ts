import { describe, expect, test } from '@jest/globals';
import { changeBlocker } from '../../frontend/common/change-blocker.ts';
import { canCancel, endLink, neverBegins, throughSalon, wayBack } from '../../frontend/portal/state/cancellation.ts';
import { spoiltBill } from '../../frontend/portal/state/card.ts';
import { leftOf } from '../../frontend/portal/state/left-of.ts';
import { mayChange } from '../../frontend/portal/state/plan-change.ts';
import type { CreditGroup } from '../../shared/contract/views.ts';
import { ShownStatus } from '../../shared/domain/standing.ts';

const off = { memberPauses: false, memberCancels: false, memberChangesPlan: false };
const on = { memberPauses: true, memberCancels: true, memberChangesPlan: true };
const online = { status: 'active', usability: 'usable', enrolledVia: 'online' } as const;
const atSalon = { ...online, enrolledVia: 'staff' } as const;

// 000-028: what cannot be done says why, and what to do.
test('another plan waits for the end of a pause, a cancellation or an open payment, and is never just missing', () => {
  const said = (given: object) => changeBlocker({ ...online, ...given });
  expect(said({ status: 'paused', usability: 'on_hold' })).toBe('paused');
  expect(said({ status: 'paused', cancelledFor: '2026-03-30' })).toBe('cancelling');
  expect(said({ status: 'cancelling', cancelledFor: '2026-03-30' })).toBe('cancelling');
  for (const status of ['past_due', 'unpaid']) expect(said({ status })).toBe('paymentOpen');
  expect(said({ status: 'cancelled', usability: 'over', cancelledFor: '2026-03-30' })).toBeUndefined();
  for (const status of ['active', 'trial', 'renewal_pending'] as const) {
    expect([said({ status }), mayChange({ status })]).toEqual([undefined, true]);
  }
});

describe('cancelling online', () => {
  // 000-027, 000-032, rule 13
  test('is always there for who joined online, and for others where the owner lets them', () => {
    expect([canCancel(online, off), canCancel(atSalon, off)]).toEqual([true, false]);
    expect([canCancel(online, on), canCancel(atSalon, on)]).toEqual([true, true]);
  });

  test('is offered whatever the state while it goes on, and not before the first payment or after the end', () => {
    const offered = ShownStatus.options.filter((status) => canCancel({ ...online, status }, off));
    expect(offered).toEqual(ShownStatus.options.filter((status) => status !== 'incomplete'));
    expect(canCancel({ ...online, usability: 'over' }, on)).toBe(false);
    expect(canCancel({ ...online, cancelledFor: '2026-03-30' }, on)).toBe(false);
  });

  // Rule K3
  test('can be undone while it runs, by who may cancel, and for everybody else by the salon', () => {
    const cancelled = { ...online, cancelledFor: '2026-03-30' };
    expect(wayBack(cancelled, off)).toBe('alone');
    expect(wayBack({ ...cancelled, usability: 'over' }, off)).toBeUndefined();
    expect(wayBack({ ...cancelled, enrolledVia: 'staff' }, off)).toBe('through_salon');
    expect(wayBack({ ...cancelled, enrolledVia: 'staff' }, on)).toBe('alone');
    expect(wayBack(online, on)).toBeUndefined();
  });

  // 000-010: the first screen leads to it, and says what is behind the link.
  test('has its way back on the first screen for those who may, and what it means for everybody else', () => {
    const cancelled = { ...online, cancelledFor: '2026-03-30' };
    const atDesk = { ...cancelled, enrolledVia: 'staff' } as const;
    expect([endLink(cancelled, off), endLink(atDesk, on), endLink(atDesk, off)]).toEqual([
      'takeBack',
      'takeBack',
      'details',
    ]);
    expect([endLink(online, on), endLink({ ...cancelled, usability: 'over' }, on)]).toEqual([undefined, undefined]);
  });

  test('before its first day leaves nothing that begins', () => {
    expect(neverBegins({ since: '2026-04-01', cancelledFor: '2026-03-31' })).toBe(true);
    expect(neverBegins({ since: '2026-04-01', cancelledFor: '2026-04-01' })).toBe(false);
    expect(neverBegins({ since: '2026-04-01' })).toBe(false);
  });

  test('the salon is named for what one of the memberships needs it for, and for nothing else', () => {
    const over = { ...atSalon, usability: 'over' } as const;
    expect(throughSalon([online, over], off)).toEqual(['pause', 'change_plan']);
    expect(throughSalon([online, atSalon], off)).toEqual(['pause', 'change_plan', 'cancel']);
    expect(throughSalon([online, atSalon], on)).toEqual([]);
    expect(throughSalon([over, { ...atSalon, cancelledFor: '2026-03-30' }], off)).toEqual([]);
  });
});

// Rule K2
test('what is left of a membership is named part by part with its last day, and nothing of others', () => {
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
