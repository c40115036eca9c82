import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { speechOf } from '../../frontend/admin/app/speech.ts';
import { canTryAgain, nextStepOf } from '../../frontend/admin/payments/next-step.ts';
import { type Billing, openInvoices, outcomeOf, sumOf } from '../../frontend/admin/payments/open-payments.ts';
import { declineWords, nextWords } from '../../frontend/admin/payments/payment-words.ts';
import { sayCharge, sayFailed } from '../../frontend/admin/profile/payment-script.ts';
import { wordings } from '../../frontend/admin/wording/wording.ts';
import type { InvoiceSummary } from '../../shared/contract/billing-views.ts';
import type { MembershipView, OpenPayment } from '../../shared/contract/views.ts';
import { addDays, daysBetween } from '../../shared/domain/calendar.ts';
import { defaultDunning } from '../../shared/domain/dunning.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' as const });
const speech = speechOf('en-IE');
const since = '2026-03-01';
/** `step` is the day after `since` that was last acted on; as a rule everything up to today was. */
const next = (reason: OpenPayment['reason'], today: string, step = daysBetween(since, today)) =>
  nextStepOf({ since, reason, step }, today, defaultDunning);

describe('what comes next for an open payment', () => {
  test.each<[OpenPayment['reason'], string, ReturnType<typeof next>]>([
    ['declined', '2026-03-01', { kind: 'try_and_mail', on: '2026-03-04' }],
    ['declined', '2026-03-04', { kind: 'try', on: '2026-03-06' }],
    ['declined', '2026-03-15', { kind: 'ends', on: '2026-03-31' }],
    // A dead card is not tried: the next thing that happens is the next mail (rule D3).
    ['new_card_needed', '2026-03-04', { kind: 'mail', on: '2026-03-08' }],
    ['no_card', '2026-03-01', { kind: 'mail', on: '2026-03-04' }],
    ['confirmation_needed', '2026-03-01', { kind: 'confirm_mail', on: '2026-03-04' }],
    ['being_checked', '2026-03-01', { kind: 'checked' }],
    ['provider_trouble', '2026-03-01', { kind: 'soon' }],
  ])('%s on %s', (reason, today, expected) => {
    expect(next(reason, today)).toEqual(expected);
  });

  test('what is to happen later today is still to come; after an outage the last of what was missed comes first', () => {
    expect(next('declined', '2026-03-04', 0)).toEqual({ kind: 'try_and_mail', on: '2026-03-04' });
    expect(next('declined', '2026-03-09', 0)).toEqual({ kind: 'try_and_mail', on: '2026-03-08' });
  });

  test('on whatever day one looks, it lies ahead', () => {
    const reasons = ['declined', 'new_card_needed', 'no_card', 'confirmation_needed'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...reasons), fc.integer({ min: 0, max: 29 }), (reason, passed) => {
        const today = addDays(since, passed);
        const step = next(reason, today);
        expect('on' in step && step.on > today).toBe(true);
        expect(nextWords(step, (date) => date, wordings.en.payments)).toMatch(/^Next: .*\.$/);
      }),
    );
  });

  test('a card that cannot pay is not offered to be tried again', () => {
    expect(canTryAgain('declined')).toBe(true);
    expect(canTryAgain(undefined)).toBe(true);
    expect(
      ['new_card_needed', 'confirmation_needed', 'no_card'].map((reason) => canTryAgain(reason as 'no_card')),
    ).toEqual([false, false, false]);
  });

  test('a decline is told by its kind, and by its code where that says more', () => {
    const { payments } = wordings.en;
    expect(declineWords({ declineClass: 'soft', code: 'insufficient_funds' }, payments)).toBe(
      'The bank declined for now: not enough money on the account',
    );
    expect(declineWords({ declineClass: 'hard', code: 'stolen_card' }, payments)).toBe(payments.declined.hard);
    expect(declineWords({}, payments)).toBeUndefined();
  });
});

const invoice = (invoiceId: string, due: number, issuedOn: string): InvoiceSummary => ({
  invoiceId,
  kind: 'membership',
  issuedOn,
  total: eur(due),
  due: eur(due),
  refunded: eur(0),
  state: 'open',
});
const membership = (change: Partial<MembershipView> = {}): MembershipView =>
  ({
    membershipId: 'membership',
    status: 'active',
    period: { start: '2026-03-01', end: '2026-04-01' },
    nextBill: { kind: 'on', date: '2026-04-01' },
    payment: 'card',
    ...change,
  }) as MembershipView;
const card = { brand: 'visa', last4: '4242', expMonth: 4, expYear: 2027, expired: false };
const billing = (change: Partial<Billing> = {}): Billing => ({
  connected: true,
  card,
  accountCredit: eur(0),
  usesAccountCredit: true,
  hasEmail: true,
  open: [],
  ...change,
});

describe('the outstanding balance', () => {
  test('every open invoice counts, the oldest first, with why a membership’s is open (002-025)', () => {
    const open = {
      invoiceId: 'renewal',
      amount: eur(12900),
      since: '2026-02-20',
      reason: 'declined' as const,
      step: 0,
    };
    const given = billing({ open: [invoice('order', 4550, '2026-03-01'), invoice('renewal', 12900, '2026-03-05')] });
    const lines = openInvoices({ memberships: [membership({ open })] }, given);
    expect(lines.map((line) => [line.invoice.invoiceId, line.open?.reason])).toEqual([
      ['renewal', 'declined'],
      ['order', undefined],
    ]);
    expect(sumOf(given.open)).toBe(17450);
  });
});

describe('while somebody enters a card', () => {
  const before = billing({ open: [invoice('a', 12900, since), invoice('b', 4550, since)] });

  test('nothing has happened until something has', () => {
    expect(outcomeOf(before, { ...before })).toMatchObject({ changed: false, paid: 0 });
  });

  test('a new card that paid one invoice of two', () => {
    const after = billing({ card: { ...card, last4: '5100' }, open: [invoice('b', 4550, since)] });
    expect(outcomeOf(before, after)).toMatchObject({
      changed: true,
      card: { last4: '5100' },
      paid: 12900,
      stillOpen: 4550,
    });
  });

  test('the same card again, and this time it paid', () => {
    expect(outcomeOf(before, billing())).toEqual({ card: undefined, changed: true, paid: 17450, stillOpen: 0 });
  });

  test('a new card that was declined, too', () => {
    const after = billing({ ...before, card: { ...card, last4: '0341' } });
    expect(outcomeOf(before, after)).toMatchObject({ changed: true, paid: 0, stillOpen: 17450 });
  });
});

describe('what staff say about payments', () => {
  const { profile } = wordings.en;

  test('“My payment failed”: that the mail went out, when, whether it was opened, and what can be done (000-047)', () => {
    const sentAt = Date.parse('2026-03-04T08:03:00Z');
    const said = sayFailed(billing({ link: { sentAt, openedAt: sentAt + 3_600_000 } }), 'Europe/Berlin', speech);
    expect(said[0]).toContain('4 March 2026');
    expect(said[0]).toContain('09:03');
    expect(said[1]).toContain('10:03');
    expect(said.at(-1)).toBe(profile.sayHelp);
  });

  test('who cannot be reached is asked for another address', () => {
    const said = sayFailed(billing({ undeliverable: 'bounce' }), 'Europe/Berlin', speech);
    expect(said).toEqual([profile.sayLinkNone, profile.sayLinkBack, profile.sayHelp]);
  });

  test('“What will I be charged next?”: the exact amount, from where, and what account credit pays', () => {
    const upcoming = {
      on: '2026-04-01',
      total: eur(12900),
      tax: eur(2060),
      fromAccountCredit: eur(2000),
      amount: eur(10900),
    };
    expect(sayCharge(membership({ upcoming }), billing(), speech)).toEqual([
      '€109.00 on 1 April 2026, from your Visa •••• 4242.',
      'The bill is €129.00; €20.00 of it comes from your account credit.',
      'The tax in the bill is €20.60.',
    ]);
    expect(sayCharge(membership({ upcoming }), billing({ card: undefined }), speech)[0]).toContain(
      profile.sayByCardMissing,
    );
    expect(sayCharge(membership({ upcoming, payment: 'at_the_desk' }), billing(), speech)[0]).toContain(
      profile.sayAtDesk,
    );
    expect(sayCharge(membership(), billing(), speech)).toEqual([]);
  });
});
