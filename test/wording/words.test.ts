import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Language } from '../../shared/domain/business.ts';
import { MoveCause } from '../../shared/domain/move-cause.ts';
import { type NextBill, ShownStatus } from '../../shared/domain/standing.ts';
import { tongueOf, wordsIn } from '../../shared/wording/words.ts';

const folder = new URL('../../shared/wording/', import.meta.url);
const languages = Language.options;

/** The text of every string and template in a file, without comments, imports and the code inside templates. */
function stringsIn(file: URL): string[] {
  const code = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^import .*$/gm, '')
    .replace(/\$\{[^}]*\}/g, '…');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template ?? '');
}

/** Every fixed sentence below a part of the catalogue, with the way to it. */
const sentencesOf = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[`${path}${key}`, value]];
    return typeof value === 'object' && value !== null ? sentencesOf(value, `${path}${key}.`) : [];
  });

describe('every sentence exists in every language', () => {
  const everyBill: readonly NextBill[] = [
    { kind: 'on', date: '2026-03-31' },
    { kind: 'due_since', date: '2026-03-31' },
    { kind: 'paused_until', date: '2026-03-31' },
    { kind: 'paused' },
    { kind: 'ends_on', lastDay: '2026-03-31' },
    { kind: 'ended_on', lastDay: '2026-03-31' },
    { kind: 'awaiting_first_payment' },
  ];

  // 000-002, 001-016, 001-017
  test.each(languages)('%s: each status has a name of its own and says whether benefits can be used', (language) => {
    const { standing } = wordsIn(language);
    const names = ShownStatus.options.map((status) => standing.status[status]);
    expect(new Set(names).size).toBe(ShownStatus.options.length);
    for (const status of ShownStatus.options) {
      const sentence = standing.usability[status]({ startsOn: '1 May', hasBenefitsLeft: true });
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  // 000-011
  test.each(languages)('%s: a next bill has its date and amount, or the reason why there is none', (language) => {
    const { standing } = wordsIn(language);
    for (const bill of everyBill) {
      const { headline, sentence } = standing.nextBill(bill, { amount: '€89', day: (date) => `<${date}>` });
      expect(headline).not.toBe('');
      expect(sentence).toMatch(/\.$/);
      if ('date' in bill || 'lastDay' in bill) expect(sentence).toContain('<2026-03-31>');
      if (bill.kind === 'on' || bill.kind === 'due_since') expect(sentence).toContain('€89');
      else expect(headline).not.toContain('2026');
    }
  });

  test.each(languages)('%s: each kind of line in the history has words', (language) => {
    for (const cause of MoveCause.options) expect(wordsIn(language).statement.cause[cause]({})).toMatch(/^\p{Lu}/u);
  });

  test('no sentence of one language was left in the other', () => {
    for (const part of ['access', 'agreement', 'billing', 'checkout', 'page'] as const) {
      const english = new Map(sentencesOf(wordsIn('en')[part]));
      const same = sentencesOf(wordsIn('de')[part]).filter(([key, text]) => english.get(key) === text);
      expect(same.map(([key]) => key).filter((key) => key !== 'website')).toEqual([]);
    }
  });
});

describe('the words that the salons asked for', () => {
  const { standing, benefits, page, access, pauses, statement } = wordsIn('en');
  const facts = { startsOn: '1 May', hasBenefitsLeft: false };

  test.each([
    ['000-015', page.membership, 'Membership'],
    ['000-038', access.forgotPassword, 'Forgot Password'],
    ['000-054', page.myAccount, 'My Account'],
    ['000-002', standing.status.past_due, 'Past Due'],
    ['001-072', page.myActivePlan, 'My active plan'],
    ['001-082', benefits.stillAvailable(2), 'You still have two included visits available'],
    ['001-083', statement.cause.reviewed({}), 'Your salon updated your balance after review'],
    ['001-084', benefits.useBeforeShownDate, 'Use this benefit before the shown date'],
    ['001-085', standing.usability.past_due(facts).split('.')[0], 'Your membership payment needs attention'],
    ['001-086', standing.usability.paused(facts).split('.')[0], 'Your membership is currently paused'],
    ['001-086', pauses.isPaused, 'Your membership is currently paused'],
    ['001-087', statement.cause.used({ latest: true }), 'Used on your last appointment'],
    ['001-088', page.upgrade, 'Upgrade to unlock more monthly benefits'],
    ['001-089', page.ask, 'Ask the salon about this membership'],
    ['004-064', page.logout, 'Logout'],
  ])('%s: “%s”', (_id, said, asked) => {
    expect(said).toBe(asked);
  });
});

// 001-084: prescribed, singular, and “before”, where our last days are inclusive
test('“before the shown date” is said in one place, beside the day after the last', () => {
  const screens = ['parts', 'screens'].flatMap((part) => {
    const place = new URL(`../../frontend/portal/${part}/`, import.meta.url);
    return readdirSync(place).map((name) => [name, readFileSync(new URL(name, place), 'utf8')] as const);
  });
  expect(screens.filter(([, code]) => code.includes('useBeforeShownDate')).map(([name]) => name)).toEqual(['plan.tsx']);
});

describe('sentences that depend on what will happen', () => {
  const day = (date: string) => `<${date}>`;
  const on: NextBill = { kind: 'on', date: '2026-12-01' };

  test.each([
    ['en', 'Your first bill of €89 is on <2026-12-01>.', 'Your next bill of €89 is on <2026-12-01>.'],
    [
      'de',
      'Ihre erste Rechnung über €89 kommt am <2026-12-01>.',
      'Ihre nächste Rechnung über €89 kommt am <2026-12-01>.',
    ],
  ] as const)('%s: the first bill is not called the next', (language, first, next) => {
    const { nextBill } = wordsIn(language).standing;
    expect(nextBill(on, { amount: '€89', day, first: true }).sentence).toBe(first);
    expect(nextBill(on, { amount: '€89', day }).sentence).toBe(next);
  });

  test('a membership about to renew says when, if that is known', () => {
    const { renewal_pending } = wordsIn('en').standing.usability;
    const facts = { startsOn: '1 May', hasBenefitsLeft: true };
    expect(renewal_pending({ ...facts, renewsOn: 'November 30' })).toContain('renews on November 30.');
    expect(renewal_pending(facts)).toContain('is about to renew.');
    expect(wordsIn('de').standing.usability.renewal_pending({ ...facts, renewsOn: '30. November' })).toContain(
      'verlängert sich am 30. November.',
    );
  });

  test('a membership that is cancelled names its last day beneath the card', () => {
    const facts = { startsOn: '1 May', hasBenefitsLeft: true };
    const said = (language: 'en' | 'de', lastDay: string) =>
      wordsIn(language).standing.usability.cancelling({ ...facts, lastDay });
    expect(said('en', 'March 30')).toContain('Its last day is March 30.');
    expect(said('de', '30. März')).toContain('Ihr letzter Tag ist der 30. März.');
  });

  test.each([
    ['en', /You can still use what you have left\.$/, /New benefits come as soon as it is settled\.$/],
    ['de', /Was noch da ist, können Sie weiter nutzen\.$/, /Neue Leistungen kommen, sobald sie beglichen ist\.$/],
  ] as const)('%s: whoever is past due is promised only what is left', (language, some, none) => {
    const { past_due } = wordsIn(language).standing.usability;
    expect(past_due({ startsOn: '1 May', hasBenefitsLeft: true })).toMatch(some);
    expect(past_due({ startsOn: '1 May', hasBenefitsLeft: false })).toMatch(none);
  });

  test('what was given back says until when, if that has changed', () => {
    const [en, de] = [wordsIn('en').statement.cause.given_back, wordsIn('de').statement.cause.given_back];
    expect(en({ until: 'December 6' })).toBe('Given back to you; you can use it until December 6');
    expect(en({})).toBe('Given back to you');
    expect(de({ until: '6. Dezember' })).toBe('Ihnen zurückgegeben; nutzbar bis 6. Dezember');
  });
});

describe('no word of the back office reaches a member', () => {
  // 001-080, 001-090
  const banned =
    /liabilit|ledger|bucket|adjustment|dunning|entitlement|tenant|rule table|internal balance|verbindlichkeit|hauptbuch|korrekturbuchung|mahn|mandant|anpassung|margin|commission/i;
  const files = languages.flatMap((language) =>
    readdirSync(new URL(`${language}/`, folder)).map((name) => new URL(`${language}/${name}`, folder)),
  );

  test.each([...files, new URL('connection.ts', folder)].map((file) => [file.pathname.split('/wording/')[1], file]))(
    '%s',
    (_name, file) => {
      const strings = stringsIn(file as URL);
      expect(strings.filter((text) => banned.test(text))).toEqual([]);
      expect(strings.filter((text) => /\b(mbr|msh|pln|svc|bkt)_/.test(text))).toEqual([]);
    },
  );

  test('the search for them finds one when there is one', () => {
    expect(banned.test('Your Ledger was changed')).toBe(true);
    expect(stringsIn(new URL('en/standing.ts', folder)).join('\n')).toContain('You can use your benefits now.');
  });
});

test('a German reader of an English salon gets German words with German dates, an Austrian salon keeps its own', () => {
  expect(tongueOf('de', 'en-US').locale).toBe('de-DE');
  expect(tongueOf('de', 'de-AT').locale).toBe('de-AT');
  expect(tongueOf('en', 'de-DE').locale).toBe('en-GB');
});
