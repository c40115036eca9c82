import { describe, expect, test } from '@jest/globals';
import { askCheckout, type CheckoutReply, patience } from '../../frontend/portal/state/ask-checkout.ts';
import { checkoutResult } from '../../frontend/portal/state/checkout-result.ts';
import { departure, noteDeparture } from '../../frontend/portal/state/hosted-page.ts';
import { PaymentResult } from '../../shared/contract/billing-views.ts';
import { NoAnswerError, ProblemError } from '../../shared/contract/client.ts';
import { tongueOf } from '../../shared/wording/words.ts';

const english = tongueOf('en', 'en-US');
const reply = (changes: Partial<CheckoutReply> = {}): CheckoutReply => ({
  purpose: 'card_update',
  card: { brand: 'visa', last4: '4242' },
  payment: 'paid',
  amount: { amount: 8900, currency: 'USD' },
  plan: 'Glow',
  status: 'active',
  ...changes,
});
const said = (changes: Partial<CheckoutReply>) => checkoutResult(reply(changes), 'Aurora', english);

describe('coming back from the payment provider’s page', () => {
  // 000-019
  test('a new card that paid what was open makes the membership active on that screen', () => {
    const { tone, title, sentences } = said({});
    expect([tone, title]).toEqual(['good', 'Paid. Your membership is active.']);
    expect(sentences.join(' ')).toContain('$89.00 was received');
    expect(sentences.join(' ')).toContain('Visa •••• 4242');
  });

  test('paid, but not in use: nothing is said that is not so', () => {
    expect(said({ status: 'paused' }).title).toBe('Paid. Thank you!');
  });

  test('a card that was only saved is not called a payment', () => {
    const { title, sentences } = said({ payment: 'nothing_due', amount: { amount: 0, currency: 'USD' } });
    expect(title).toBe('Your new card is saved');
    expect(sentences.join(' ')).not.toMatch(/received|\$0/);
  });

  test.each([
    ['card_update', /new card is saved.*Nothing was charged/],
    ['payment', /^Nothing was charged/],
    ['account_credit', /^Nothing was charged/],
    ['enrolment', /no membership has begun/],
  ] as const)('declined for %s says what that means and offers another card', (purpose, sentence) => {
    const { tone, sentences, retry } = said({ purpose, payment: 'declined', status: 'past_due' });
    expect([tone, retry]).toEqual(['bad', true]);
    expect(sentences.join(' ')).toMatch(sentence);
  });

  test('while the bank decides, there is nothing to do and nothing is called paid', () => {
    const { tone, title, retry } = said({ payment: 'pending' });
    expect([tone, retry]).toEqual(['wait', undefined]);
    expect(title).not.toMatch(/paid/i);
  });

  // 000-033
  test('who has joined is welcomed and told about the mail with the password link', () => {
    const { title, sentences } = said({ purpose: 'enrolment' });
    expect(title).toBe('Welcome to Aurora');
    expect(sentences.join(' ')).toMatch(/“Glow”.*\$89\.00 was received.*link to set your password/);
    expect(said({ purpose: 'enrolment', payment: 'nothing_due' }).sentences.join(' ')).not.toContain('received');
  });

  test('an amount paid in is said to be account credit', () => {
    expect(said({ purpose: 'account_credit' }).sentences.join(' ')).toContain(
      '$89.00 was added to your account credit',
    );
  });

  test('every result has a title and a sentence, in every language', () => {
    for (const tongue of [english, tongueOf('de', 'de-DE')]) {
      for (const payment of PaymentResult.options) {
        const { title, sentences } = checkoutResult(reply({ payment }), 'Aurora', tongue);
        expect([title, ...sentences].join(' ')).not.toMatch(/undefined/);
        expect(sentences.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('asking for the result', () => {
  const refusal = (status: number) =>
    new ProblemError({ type: '', title: '', status, detail: '', code: 'checkout_not_finished', requestId: '' });
  const asking = (...answers: (CheckoutReply | Error)[]) => {
    const waits: number[] = [];
    let asked = 0;
    const ask = async () => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      if (answer === undefined || answer instanceof Error) throw answer;
      return answer;
    };
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    return { result: askCheckout(ask, wait), waits, count: () => asked };
  };

  test('an answer that stands is taken at once', async () => {
    const { result, waits } = asking(reply());
    expect((await result).payment).toBe('paid');
    expect(waits).toEqual([]);
  });

  test('a lost answer and a bank that still decides are asked again, with growing pauses', async () => {
    const { result, waits } = asking(new NoAnswerError('offline'), reply({ payment: 'pending' }), reply());
    expect((await result).payment).toBe('paid');
    expect(waits).toEqual(patience.slice(0, 2));
  });

  test('a refusal is final: nobody waits for it to change', async () => {
    const { result, count } = asking(refusal(409));
    await expect(result).rejects.toThrow(ProblemError);
    expect(count()).toBe(1);
  });

  test('patience ends: pending stays pending, and no answer stays none', async () => {
    const pending = asking(reply({ payment: 'pending' }));
    expect((await pending.result).payment).toBe('pending');
    const lost = asking(new NoAnswerError('offline'));
    await expect(lost.result).rejects.toThrow(NoAnswerError);
    expect(lost.count()).toBe(patience.length + 1);
  });
});

describe('the way back', () => {
  const tab = () => {
    const kept = new Map<string, string>();
    return () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    });
  };

  test('leads to where somebody left from', () => {
    const storage = tab();
    expect(departure(storage)).toBeUndefined();
    noteDeparture('/portal/card', storage);
    expect(departure(storage)).toBe('/portal/card');
  });

  test.each(['//evil.example', 'https://evil.example', '/portalx', 'javascript:alert(1)'])(
    'never leads to %s',
    (path) => {
      const storage = tab();
      noteDeparture(path, storage);
      expect(departure(storage)).toBeUndefined();
    },
  );

  test('a browser that keeps nothing does no harm', () => {
    const forbidden = () => {
      throw new Error('forbidden');
    };
    expect(() => noteDeparture('/portal', forbidden)).not.toThrow();
    expect(departure(forbidden)).toBeUndefined();
  });
});
