import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contrast, isReadable, leastContrast, nearestReadable } from '../../shared/domain/brand.ts';
import { listingToken, searchTerm, searchTokens } from '../../shared/domain/contacts-index.ts';

describe('finding a client from the first keystrokes', () => {
  const client = {
    firstName: 'José María',
    lastName: 'Groß-Ünal',
    email: 'j.gross@example.com',
    phone: '+4915123456789',
  };
  const finds = (typed: string) => {
    const term = searchTerm(typed);
    const tokens = searchTokens(client);
    return [term?.lookup ?? '', ...(term?.also ?? [])].every((word) => tokens.some((token) => token.startsWith(word)));
  };

  test.each(['j', 'jos', 'josé', 'JOSE', 'mar', 'gros', 'groß', 'unal', 'ünal', 'jose gross', 'j.gross@', 'gross ma'])(
    '%s finds José María Groß-Ünal',
    (typed) => expect(finds(typed)).toBe(true),
  );
  test.each([
    '+49 151 2345',
    '0151 23456',
    '015123456789',
    '151/234',
    '6789',
    '56789',
    '456 789',
    '345 6789',
    '23 45 67 89',
    '0049 151',
  ])('so does the phone as %s', (typed) => expect(finds(typed)).toBe(true));
  test.each(['x', 'jose b', '4321'])('%s finds somebody else', (typed) => expect(finds(typed)).toBe(false));

  test.each(['acme', 'Köln', 'acme gro'])('%s finds who speaks for Acme Köln GmbH', (typed) => {
    const term = searchTerm(typed);
    const tokens = searchTokens({ ...client, company: 'Acme Köln GmbH' });
    const typedWords = [term?.lookup ?? '', ...(term?.also ?? [])];
    expect(typedWords.every((word) => tokens.some((token) => token.startsWith(word)))).toBe(true);
  });

  test('nothing typed asks for nothing', () => {
    expect(searchTerm('  ')).toBeUndefined();
    expect(searchTerm('***')).toBeUndefined();
  });

  test('the list goes by last name', () => {
    expect(listingToken(client)).toBe('gross-unal jose maria');
  });

  test('every beginning of every word of a name finds it', () => {
    const name = fc.stringMatching(/^[A-Za-zÀ-ÿ]{1,12}$/);
    fc.assert(
      fc.property(name, name, fc.nat(12), (firstName, lastName, length) => {
        const typed = lastName.slice(0, Math.max(1, length));
        const term = searchTerm(typed);
        if (!term) return;
        expect(searchTokens({ firstName, lastName }).some((token) => token.startsWith(term.lookup))).toBe(true);
      }),
    );
  });
});

describe('brand colours (003-080)', () => {
  test('black on white has the highest contrast there is', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });

  test('whatever the owner picks, the shade offered instead is readable, and a readable one is left alone', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, (picked) => {
        const offered = nearestReadable(picked);
        expect(contrast(offered, '#ffffff')).toBeGreaterThanOrEqual(leastContrast);
        if (isReadable(picked)) expect(offered).toBe(picked);
      }),
    );
  });
});
