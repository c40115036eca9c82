import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { businessOf } from '../../frontend/common/business-slug.ts';
import { errorWords, fieldProblems, isRefusal } from '../../frontend/common/error-words.ts';
import { forgetLinkToken, takeLinkToken } from '../../frontend/common/link-token.ts';
import { isEmail } from '../../frontend/portal/state/email.ts';
import { browserLanguage, chosenLanguage, rememberLanguage } from '../../frontend/portal/state/language.ts';
import { isTooShort, leastPassword } from '../../frontend/portal/state/password.ts';
import { shownProfile } from '../../frontend/portal/state/profile-choice.ts';
import { NoAnswerError, ProblemError } from '../../shared/contract/client.ts';
import { Password } from '../../shared/contract/public-operations.ts';
import { phoneForReading } from '../../shared/wording/phone.ts';

const portal = new URL('../../frontend/portal/', import.meta.url);

describe('a link from a mail', () => {
  const token = 'A'.repeat(43);
  const tab = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      storage: () => ({
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
      }),
    };
  };
  const forbidden = () => {
    throw new Error('forbidden');
  };
  const open = (
    hash: string,
    storage: Parameters<typeof takeLinkToken>[2] = tab().storage,
    pathname = '/portal/invitation',
  ) => {
    const shown: string[] = [];
    const history = {
      state: null,
      replaceState: (_state: unknown, _title: string, url?: string | URL | null) => shown.push(String(url)),
    };
    return { token: takeLinkToken({ hash, pathname, search: '?x=1' }, history, storage), shown };
  };

  test('loses its token from the address bar at once', () => {
    expect(open(`#${token}`)).toEqual({ token, shown: ['/portal/invitation?x=1'] });
  });

  test('an ordinary fragment is left alone', () => {
    expect(open('#content')).toEqual({ token: undefined, shown: [] });
  });

  test('still works after a reload of its page, in this tab, and on no other page', () => {
    const { storage } = tab();
    open(`#${token}`, storage);
    expect(open('', storage)).toEqual({ token, shown: [] });
    expect(open('', storage, '/portal/password').token).toBeUndefined();
    expect(open('', tab().storage).token).toBeUndefined();
  });

  test('a newer link takes the place of an older one', () => {
    const { storage } = tab();
    const newer = 'B'.repeat(43);
    open(`#${token}`, storage);
    open(`#${newer}`, storage);
    expect(open('', storage).token).toBe(newer);
  });

  test('leaves nothing in the tab once it was used or turned out to be none', () => {
    const { storage, kept } = tab();
    open(`#${token}`, storage);
    forgetLinkToken({ pathname: '/portal/invitation/' }, storage);
    expect([...kept]).toEqual([]);
  });

  test('opens in a browser that keeps nothing', () => {
    expect(open(`#${token}`, forbidden).token).toBe(token);
    expect(open('', forbidden).token).toBeUndefined();
    expect(() => forgetLinkToken({ pathname: '/portal/invitation' }, forbidden)).not.toThrow();
  });
});

describe('what an error says', () => {
  const refused = new ProblemError({
    type: 'about:blank',
    title: 'no',
    status: 400,
    detail: 'Please check the marked fields.',
    code: 'malformed_request',
    requestId: 'r',
    errors: [{ field: 'email', problem: 'is missing' }],
  });

  test('the API’s own sentence is shown, and its field beside the field', () => {
    expect(errorWords(refused, 'en')).toBe('Please check the marked fields.');
    expect(fieldProblems(refused)).toEqual({ email: 'is missing' });
    expect(isRefusal(refused, 'malformed_request')).toBe(true);
  });

  test('without an answer, nothing was lost', () => {
    expect(errorWords(new NoAnswerError('offline'), 'en')).toMatch(/could not reach.*Nothing was lost/);
    expect(errorWords(new NoAnswerError('offline'), 'de')).toMatch(/nichts verloren/);
    expect(errorWords(new TypeError('x is not a function'), 'en')).not.toContain('function');
  });
});

describe('small rules of the page', () => {
  test('the business is the first label of the host', () => {
    expect(businessOf('aurora.localhost')).toBe('aurora');
    expect(businessOf('aurora.regulars.example')).toBe('aurora');
  });

  test('the form refuses exactly the passwords that the API finds too short', () => {
    for (const length of [leastPassword - 1, leastPassword]) {
      const password = 'x'.repeat(length);
      expect(isTooShort(password)).toBe(!Password.safeParse(password).success);
    }
  });

  test('an e-mail may be pasted with spaces around it', () => {
    expect(isEmail(' Mia@Example.com ')).toBe(true);
    expect(isEmail('mia')).toBe(false);
    expect(isEmail(undefined)).toBe(false);
  });

  test.each([
    ['+14155550100', '+1 415 555 0100'],
    ['+493012345678', '+49 3012345678'],
    ['+353861234567', '+353 861234567'],
    ['+1415555', '+1 415555'],
  ])('%s is read as %s', (phone, words) => {
    expect(phoneForReading(phone)).toBe(words);
  });

  test('a chosen language is remembered, a spoilt one forgotten, and a browser without storage does no harm', () => {
    const kept = new Map<string, string>();
    const storage = () =>
      ({
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
      }) as unknown as Storage;
    const forbidden = () => {
      throw new Error('forbidden');
    };
    expect(chosenLanguage(storage)).toBeUndefined();
    rememberLanguage('de', storage);
    expect(chosenLanguage(storage)).toBe('de');
    kept.set('language', 'tlh');
    expect(chosenLanguage(storage)).toBeUndefined();
    rememberLanguage('de', forbidden);
    expect(chosenLanguage(forbidden)).toBeUndefined();
    expect(browserLanguage(['fr-FR', 'de-CH', 'en'])).toBe('de');
    expect(browserLanguage([])).toBe('en');
  });

  // 004-011, 004-014
  test('of several profiles none is shown before one is chosen, and never one the login may not open', () => {
    const [mia, tom] = [{ memberId: 'mia' }, { memberId: 'tom' }];
    expect(shownProfile([mia], undefined)).toBe(mia);
    expect(shownProfile([mia, tom], undefined)).toBeUndefined();
    expect(shownProfile([mia, tom], 'tom')).toBe(tom);
    expect(shownProfile([mia, tom], 'stranger')).toBeUndefined();
  });
});

// 001-090: what a member reads comes from the catalogue
describe('no screen has words of its own', () => {
  const files = [
    'app.tsx',
    ...['parts', 'screens'].flatMap((folder) =>
      readdirSync(new URL(folder, portal)).map((name) => `${folder}/${name}`),
    ),
  ];
  const wordsBetweenTags = />[^<>{}()=;]*\p{L}{2,}[^<>{}()=;]*<\//gu;
  const wordyAttributes = /\b(?:aria-label|title|alt|placeholder|label)="[^"]+"/g;

  test.each(files)('%s', (file) => {
    const code = readFileSync(new URL(file, portal), 'utf8');
    expect([...(code.match(wordsBetweenTags) ?? []), ...(code.match(wordyAttributes) ?? [])]).toEqual([]);
  });

  test('and the search would find one', () => {
    expect('<p>Sign in</p>').toMatch(wordsBetweenTags);
    expect('<img alt="Logo" />').toMatch(wordyAttributes);
  });
});
