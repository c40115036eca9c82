import { describe, expect, test } from '@jest/globals';
import { OpenPayment, type UpcomingCharge } from '../../shared/contract/views.ts';
import { Language } from '../../shared/domain/business.ts';
import { cardInWords, cardMonth } from '../../shared/wording/describe-card.ts';
import { consentInWords } from '../../shared/wording/describe-joining.ts';
import { type TermsFor, termsInWords } from '../../shared/wording/describe-terms.ts';
import { upcomingInWords } from '../../shared/wording/describe-upcoming.ts';
import { dayBefore } from '../../shared/wording/format.ts';
import { tongueOf, wordsIn } from '../../shared/wording/words.ts';
import { ruled } from '../support/ruled-plan.ts';

const english = tongueOf('en', 'en-US');
const german = tongueOf('de', 'de-DE');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const dollars = (amount: number) => ({ amount, currency: 'USD' as const });

describe('the words that the salons asked for', () => {
  const { billing } = wordsIn('en');
  test.each([
    ['000-015', billing.card.update, 'Update Payment Method'],
    ['004-035', billing.payments.title, 'Payments'],
    ['004-039', billing.pay.payNow, 'Pay Now'],
    ['004-040', billing.payments.open, 'Open'],
    ['004-041', billing.payments.paid, 'Paid'],
  ])('%s: “%s”', (_id, said, asked) => {
    expect(said).toBe(asked);
  });
});

test.each(Language.options)('%s: each reason for an open payment says what happened and what to do', (language) => {
  const { reason } = wordsIn(language).billing.attention;
  const sentences = OpenPayment.shape.reason.options.map((key) => reason[key]);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence.split(/[.:;]\s+/).length).toBeGreaterThanOrEqual(2);
});

describe('the next charge, exactly as it will be made (000-007)', () => {
  const upcoming = (
    changes: Partial<Record<'total' | 'tax' | 'fromAccountCredit' | 'amount', number>>,
  ): UpcomingCharge => ({
    on: '2026-04-14',
    total: dollars(changes.total ?? 9634),
    tax: dollars(changes.tax ?? 0),
    fromAccountCredit: dollars(changes.fromAccountCredit ?? 0),
    amount: dollars(changes.amount ?? 9634),
  });
  const visa = { brand: 'visa', last4: '4242' };
  const said = (charge: UpcomingCharge, mode: 'card' | 'at_the_desk' = 'card', card: typeof visa | undefined = visa) =>
    upcomingInWords(charge, { mode, card }, english).join(' ');

  test('on the card, with the tax that it contains', () => {
    expect(said(upcoming({ tax: 734 }))).toBe('$96.34 will be charged to your Visa •••• 4242. $7.34 of it is tax.');
  });

  test('with account credit: the bill, what the credit covers, what the card gets', () => {
    expect(said(upcoming({ tax: 734, fromAccountCredit: 2000, amount: 7634 }))).toBe(
      'The bill is $96.34. $20.00 comes from your account credit. $76.34 will be charged to your Visa •••• 4242. $7.34 of the $96.34 is tax.',
    );
  });

  test('covered by account credit, the card is not mentioned as if it were charged', () => {
    expect(said(upcoming({ fromAccountCredit: 9634, amount: 0 }))).toBe(
      '$96.34 will be taken from your account credit. Nothing is charged to your card.',
    );
  });

  test('at the salon, or without a card yet', () => {
    expect(said(upcoming({}), 'at_the_desk', undefined)).toBe('You pay $96.34 at the salon.');
    expect(said(upcoming({}), 'at_the_desk')).toBe('You pay $96.34 at the salon.');
    expect(upcomingInWords(upcoming({}), { mode: 'card', card: undefined }, english).join(' ')).toBe(
      '$96.34 will be charged. There is no card on file yet.',
    );
  });
});

describe('a card', () => {
  test('is called as people know it', () => {
    expect(cardInWords({ brand: 'amex', last4: '0005' }, english)).toBe('American Express •••• 0005');
    expect(cardInWords({ brand: 'unknown', last4: '0005' }, english)).toBe('Card •••• 0005');
    expect(cardMonth({ expMonth: 3, expYear: 2027 })).toBe('03/27');
  });
});

describe('what somebody agrees to on joining online', () => {
  const terms = {
    name: 'Glow',
    benefits: [],
    price: dollars(8900),
    interval: { unit: 'month' as const, count: 1 },
    renewal: { kind: 'until_cancelled' as const },
  };
  const plan = ruled(terms);

  test('is what is paid today and next, how it renews, how it is cancelled', () => {
    const text = consentInWords(
      { plan, dueNow: dollars(8900), nextBill: { on: '2026-04-20', amount: dollars(8900) } },
      english,
    );
    expect(text).toContain('I join “Glow”. I pay $89.00 today and $89.00 on April 20, 2026');
    expect(text).toContain('renews every month until');
    expect(text).toContain('You can cancel online at any time');
  });

  test('says that nothing is paid today during a trial, in every language', () => {
    const trial = { plan, dueNow: dollars(0), nextBill: { on: '2026-04-03', amount: dollars(8900) } };
    expect(consentInWords(trial, english)).toContain('I pay nothing today and $89.00 on April 3, 2026');
    expect(plain(consentInWords(trial, german))).toContain('Ich zahle heute nichts und am 3. April 2026 89,00 $');
  });

  test('names the later price and the agreed time, and no next bill where none comes', () => {
    const agreed = ruled({ ...terms, intro: { price: dollars(4900), periods: 3 }, commitmentPeriods: 6 });
    const text = consentInWords({ plan: agreed, dueNow: dollars(4900) }, english);
    expect(text).toContain('For the first three months the price is $49 a month, then $89 a month.');
    expect(text).toContain('You join for at least six months.');
    expect(text).toContain('I pay $49.00 today, charged');
  });
});

describe('the rules of a plan with everything a plan can have', () => {
  const plan = ruled({
    price: dollars(8900),
    interval: { unit: 'month' as const, count: 1 },
    renewal: { kind: 'until_cancelled' as const },
    benefits: [],
    enrolmentFee: dollars(2500),
    intro: { price: dollars(4900), periods: 1 },
    trialDays: 14,
    commitmentPeriods: 12,
  });
  const said = (tongue: typeof english, wayOut: TermsFor['wayOut'] = 'salon') =>
    termsInWords(plan, { payment: 'card', wayOut }, [], tongue).flatMap(({ sentences }) => sentences);

  test.each([
    [
      'en',
      english,
      ['first 14 days are a trial', 'For the first month', 'joining fee of $25', 'at least twelve months'],
    ],
    [
      'de',
      german,
      ['ersten 14 Tage', 'Im ersten Monat zahlen Sie', 'Aufnahmegebühr von 25 $', 'mindestens zwölf Monate'],
    ],
  ] as const)('%s: trial, first price, fee and agreed time are all said', (_language, tongue, parts) => {
    const text = plain(said(tongue).join(' '));
    for (const part of parts) expect(text).toContain(part);
  });

  test('who joined online is not sent to the salon to cancel, and who joined there is', () => {
    expect(said(english, 'online').join(' ')).toMatch(/cancel online at any time/);
    expect(said(english)).toContain('To end the membership, please contact the salon.');
    expect(said(english)).toContain('To change to another plan, please contact the salon.');
    const online = termsInWords(plan, { payment: 'card', wayOut: 'salon', changesPlan: true }, [], english);
    expect(online.flatMap(({ sentences }) => sentences)).toContain(
      'You can choose another plan online, under “Your plan”.',
    );
  });
});

test.each([
  ['2026-03-01', '2026-02-28'],
  ['2028-03-01', '2028-02-29'],
  ['2026-01-01', '2025-12-31'],
])('the day before %s is %s', (date, before) => {
  expect(dayBefore(date)).toBe(before);
});
