import { describe, expect, test } from '@jest/globals';
import { Locale, newBusiness } from '../../shared/domain/business.ts';
import { countryOf, mayOffer, offerLaws } from '../../shared/domain/cancellation-law.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import { saveOfferFor } from '../../shared/domain/offer-beside-cancel.ts';
import type { SaveOffer } from '../../shared/domain/save-offer.ts';
import { goldPlan, memberId, membershipId } from '../support/billing-world.ts';

const today = '2026-03-10';
const membership = enrol({
  ...{ membershipId, memberId, plan: goldPlan, startsOn: '2026-03-01', today, at: 0, existing: [] },
});
const salon = (saveOffer?: SaveOffer, locale: Locale = 'en-US', memberPauses = true) => ({
  ...newBusiness({
    ...{ slug: 'aurora', name: 'Aurora', timeZone: 'America/New_York', currency: 'USD', locale },
    contact: { email: 'hello@example.com' },
  }),
  features: { memberPauses, memberCancels: true, memberChangesPlan: false },
  ...(saveOffer === undefined ? {} : { saveOffer }),
});
const offer = (business: ReturnType<typeof salon>, change: Partial<Membership> = {}) =>
  saveOfferFor(business, { ...membership, ...change }, today);

// Rule K5
describe('what is offered to somebody who is about to cancel', () => {
  test('is nothing until the owner decides, then that', () => {
    expect(offer(salon())).toBeUndefined();
    expect(offer(salon('none'))).toBeUndefined();
    expect([offer(salon('question')), offer(salon('pause'))]).toEqual(['question', 'pause']);
  });

  test('is nothing where the law forbids it, whatever the owner wants', () => {
    for (const locale of Locale.options) {
      const allowed = offerLaws[countryOf(locale)] !== 'forbidden';
      expect(mayOffer(locale)).toBe(allowed);
      for (const wish of ['pause', 'question'] as const)
        expect(offer(salon(wish, locale))).toBe(allowed ? wish : undefined);
    }
    expect([mayOffer('de-DE'), mayOffer('en-GB'), mayOffer('en-US')]).toEqual([false, false, true]);
  });

  test('is a pause only where the member could take one now', () => {
    expect(offer(salon('pause', 'en-US', false))).toBeUndefined();
    const pause = { from: '2026-03-20', dates: 'shift', benefits: 'frozen', by: 'staff', agreedAt: 0 } as const;
    expect(offer(salon('pause'), { pause })).toBeUndefined();
    expect(offer(salon('pause'), { status: 'past_due' })).toBeUndefined();
    expect(offer(salon('question'), { status: 'past_due' })).toBe('question');
  });
});
