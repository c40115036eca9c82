import { describe, expect, test } from '@jest/globals';
import { draft } from '../../frontend/portal/state/draft.ts';
import { joiningProblems, whoJoins } from '../../frontend/portal/state/joining.ts';
import { fileOf } from '../../frontend/portal/state/pdf-file.ts';
import { wordsIn } from '../../shared/wording/words.ts';

const words = wordsIn('en').agreement.joining;
const complete = { firstName: 'Mia', lastName: 'Berger', email: 'mia@example.com', phone: '', consent: 'on' };
const wrong = (changes: Record<string, string>) =>
  Object.entries(joiningProblems({ ...complete, ...changes }, 'de-DE', words)).flatMap(([field, problem]) =>
    problem === undefined ? [] : [field],
  );

describe('joining online', () => {
  test('nothing is wrong with who has filled in everything; a phone is not needed', () => {
    expect(wrong({})).toEqual([]);
  });

  test.each([
    ['firstName', { firstName: '  ' }],
    ['lastName', { lastName: '' }],
    ['email', { email: 'mia' }],
    ['phone', { phone: '12' }],
  ])('%s is asked for beside its field', (field, changes) => {
    expect(wrong(changes)).toEqual([field]);
  });

  // Rule 13: express consent; a box that is not ticked is not sent by a browser at all
  test('without the tick nothing goes on', () => {
    const { consent: _untouched, ...answers } = complete;
    expect(joiningProblems(answers, 'de-DE', words).consent).toBe(words.consentMissing);
  });

  test('a number as people write it at home is read with its country', () => {
    expect(whoJoins({ ...complete, firstName: ' Mia ', phone: '0171 2345678' }, 'de-DE')).toEqual({
      firstName: 'Mia',
      lastName: 'Berger',
      email: 'mia@example.com',
      phone: '+491712345678',
    });
    expect(whoJoins(complete, 'de-DE')).not.toHaveProperty('phone');
  });
});

describe('what was typed', () => {
  const tab = () => {
    const kept = new Map<string, string>();
    return () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  };

  test('is there again after a visit to the payment page, until the membership has begun', () => {
    const storage = tab();
    draft('joining', storage).keep({ firstName: 'Mia' });
    expect(draft('joining', storage).read()).toEqual({ firstName: 'Mia' });
    draft('joining', storage).forget();
    expect(draft('joining', storage).read()).toEqual({});
  });

  test.each(['null', '7', '{"firstName":7}', 'nonsense'])('a spoilt draft (%s) is an empty one', (spoilt) => {
    const storage = tab();
    storage().setItem('joining', spoilt);
    expect(draft('joining', storage).read()).toEqual({});
  });

  test('is simply forgotten by a browser that keeps nothing', () => {
    const forbidden = () => {
      throw new Error('forbidden');
    };
    const nothing = draft('joining', forbidden);
    expect(() => nothing.keep({ firstName: 'Mia' })).not.toThrow();
    expect(nothing.read()).toEqual({});
    expect(() => nothing.forget()).not.toThrow();
  });
});

// 003-033
test('a receipt arrives byte for byte', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const file = fileOf({ fileName: 'receipt.pdf', base64: Buffer.from(bytes).toString('base64') });
  expect([file.name, file.type]).toEqual(['receipt.pdf', 'application/pdf']);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
});
