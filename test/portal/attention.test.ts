import { describe, expect, test } from '@jest/globals';
import {
  confirmationAwaited,
  isCalm,
  offersCardUpdate,
  openPayments,
  remediesFor,
} from '../../frontend/portal/state/attention.ts';
import { OpenPayment } from '../../shared/contract/views.ts';
import { wordsIn } from '../../shared/wording/words.ts';

const reasons = OpenPayment.shape.reason.options;

describe('a payment that did not come', () => {
  // 001-078: one main thing to do, and only what can help
  test.each([
    ['declined', 'pay', 'update_card'],
    ['new_card_needed', 'update_card', undefined],
    ['no_card', 'update_card', undefined],
    ['confirmation_needed', 'confirm', 'update_card'],
    ['being_checked', undefined, undefined],
    ['provider_trouble', undefined, undefined],
  ] as const)('%s: the main thing to do is %s, another way is %s', (reason, main, other) => {
    const remedies = remediesFor({ reason }, true);
    expect([remedies.main, remedies.other]).toEqual([main, other]);
  });

  test('a salon that takes no cards offers no button that leads nowhere', () => {
    for (const reason of reasons) expect(remediesFor({ reason }, false)).toEqual({});
  });

  test('where there is nothing to do, it is said calmly; where there is, it is said as asked for', () => {
    const { title } = wordsIn('en').billing.attention;
    for (const reason of reasons) {
      expect(isCalm({ reason })).toBe(remediesFor({ reason }, true).main === undefined);
      // 001-085
      if (!isCalm({ reason })) expect(title[reason]).toBe('Your membership payment needs attention');
      else expect(title[reason]).not.toContain('attention');
    }
  });

  // 000-014: in every state, and once
  test('“Update Payment Method” stands beside the open payment or below it, never twice', () => {
    expect(offersCardUpdate([{ reason: 'declined' }], true)).toBe(true);
    expect(offersCardUpdate([{ reason: 'being_checked' }], true)).toBe(false);
    expect(offersCardUpdate([{ reason: 'being_checked' }, { reason: 'no_card' }], true)).toBe(true);
    expect(offersCardUpdate([], true)).toBe(false);
  });

  test('what the bank wants confirmed is not tried in vain with the card on file', () => {
    const open = { invoiceId: 'a', reason: 'confirmation_needed' as const };
    expect(confirmationAwaited('a', [{}, { open }])).toBe(true);
    expect(confirmationAwaited('b', [{ open }])).toBe(false);
    expect(confirmationAwaited('a', [{ open: { ...open, reason: 'declined' } }])).toBe(false);
  });

  test('open payments of several memberships are all found', () => {
    const open = (invoiceId: string): OpenPayment => ({
      invoiceId,
      step: 0,
      amount: { amount: 8900, currency: 'EUR' },
      since: '2026-03-14',
      reason: 'declined',
    });
    const found = openPayments([{ open: open('a') }, {}, { open: open('b') }]);
    expect(found.map(({ invoiceId }) => invoiceId)).toEqual(['a', 'b']);
  });
});
