import { describe, expect, test } from '@jest/globals';
import { sizeProblem } from '../../frontend/admin/settings/logo-image.ts';
import { pauseDraftOf, readPauses } from '../../frontend/admin/settings/pause-draft.ts';
import { pauseExample } from '../../frontend/admin/settings/pause-example.ts';
import { draftOf, readSettings, shownContrast, withoutFields } from '../../frontend/admin/settings/settings-draft.ts';
import { wordings } from '../../frontend/admin/wording/wording.ts';
import { defaultAnswerPromise } from '../../shared/domain/answer-promise.ts';
import type { Business } from '../../shared/domain/business.ts';
import { defaultDunning } from '../../shared/domain/dunning.ts';
import { defaultPauses } from '../../shared/domain/pause-terms.ts';
import { defaultRenewalWindow } from '../../shared/domain/renewal-window.ts';

type Given =
  | 'name'
  | 'locale'
  | 'currency'
  | 'contact'
  | 'brand'
  | 'features'
  | 'policies'
  | 'renewalWindow'
  | 'answers'
  | 'pauses';
const business: Pick<Business, Given> = {
  name: 'Aurora',
  locale: 'en-GB',
  currency: 'GBP',
  features: { memberPauses: false, memberCancels: true, memberChangesPlan: true },
  contact: { email: 'hello@example.com' },
  brand: { colour: '#5b4a3f' },
  policies: { ...defaultDunning, graceDays: 3, expiresSoonDays: 7, renewalNoticeDays: 7 },
  renewalWindow: defaultRenewalWindow,
  answers: defaultAnswerPromise,
  pauses: defaultPauses,
};
const draft = draftOf(business as Business);

describe('the brand colour', () => {
  test('a contrast that is too little never reads as enough', () => {
    // Mathematically 4.48 : 1, which would round to 4.5.
    expect(shownContrast('#777777')).toBe(4.4);
    expect(shownContrast('#767676')).toBe(4.5);
    expect(shownContrast('#000000')).toBe(21);
  });

  test('a colour that white text cannot be read on is a problem of its field, before anything is sent', () => {
    const read = readSettings({ ...draft, colour: '#ffee00' }, 'GBP', wordings.en);
    expect(read.change).toBeUndefined();
    expect(Object.keys(read.problems)).toEqual(['colour']);
    expect(readSettings(draft, 'GBP', wordings.en).problems).toEqual({});
  });

  test('what is being corrected is no longer marked, the rest is', () => {
    const problems = { colour: 'unreadable', email: 'wrong' };
    expect(withoutFields(problems, { colour: '#000000' })).toEqual({ email: 'wrong' });
  });
});

describe('the logo', () => {
  test.each([
    [600, 100, undefined],
    [32, 32, undefined],
    [100, 600, undefined],
    [601, 100, 'logoTooLong'],
    [100, 601, 'logoTooLong'],
    [31, 64, 'logoTooSmall'],
  ])('an image of %i × %i pixels is judged before it is sent', (width, height, problem) => {
    expect(sizeProblem({ width, height })).toBe(problem);
  });
});

// 001-024
describe('by when questions are answered', () => {
  test('is sent as it stands in the form, the days in the order of the week', () => {
    const read = readSettings({ ...draft, answerDays: '3', answerWeekdays: '6245' }, 'GBP', wordings.en);
    expect(read.change?.answers).toEqual({ workingDays: 3, weekdays: [2, 4, 5, 6] });
  });

  test.each([
    ['no day at all', { answerDays: '0' }, 'answerDays'],
    ['more days than anybody waits', { answerDays: '11' }, 'answerDays'],
    ['no weekday on which anybody answers', { answerWeekdays: '' }, 'answerWeekdays'],
  ])('%s is a problem of its field', (_, typed, field) => {
    const read = readSettings({ ...draft, ...typed }, 'GBP', wordings.en);
    expect(read.change).toBeUndefined();
    expect(Object.keys(read.problems)).toEqual([field]);
  });
});

// 000-026 … 000-028
describe('what members can do by themselves', () => {
  test('one switch changes, and no other with it', () => {
    const read = readSettings({ ...draft, memberPauses: 'on' }, 'GBP', wordings.en);
    expect(read.change?.features).toEqual({ ...business.features, memberPauses: true });
  });
});

// Rules P1–P6
describe('the rules for pauses', () => {
  test('an owner who saves without touching them changes nothing', () => {
    expect(readSettings(draft, 'GBP', wordings.en).change?.pauses).toEqual(defaultPauses);
    const withFee: Business['pauses'] = { ...defaultPauses, benefits: 'usable', fee: { amount: 1250, per: 'period' } };
    expect(pauseDraftOf({ ...business, pauses: withFee }).pauseFee).toBe('12.50');
    expect(readPauses(pauseDraftOf({ ...business, pauses: withFee }), 'GBP').pauses).toEqual(withFee);
  });

  test.each([
    ['no shortest pause', { pauseMinDays: '' }, 'pauseMinDays'],
    ['a longest one beyond a year', { pauseMaxDays: '400' }, 'pauseMaxDays'],
    ['a longest one that is shorter than the shortest', { pauseMinDays: '30', pauseMaxDays: '14' }, 'pauseMaxDays'],
    ['thirteen pauses a year', { pausePerYear: '13' }, 'pausePerYear'],
    ['a fee that is no amount', { pauseFee: 'ten' }, 'pauseFee'],
    ['a fee of nothing', { pauseFee: '0' }, 'pauseFee'],
  ])('%s is a problem of its field', (_, typed, field) => {
    const read = readSettings({ ...draft, ...typed }, 'GBP', wordings.en);
    expect(read.change).toBeUndefined();
    expect(Object.keys(read.problems)).toEqual([field]);
  });

  test('the example moves the bill, or leaves it out, as the rules will', () => {
    const example = (given: Partial<Business['pauses']>) => pauseExample({ ...defaultPauses, ...given }, '2026-03-05');
    expect(example({})).toMatchObject({
      bill: '2026-03-15',
      billAfter: '2026-04-14',
      lastUse: '2026-03-14',
      lastUseAfter: '2026-04-13',
    });
    expect(example({ dates: 'keep' })).toMatchObject({ billAfter: '2026-04-15', leftOut: 1 });
    expect(example({ dates: 'keep', minDays: 7, maxDays: 7 })).toMatchObject({ billAfter: '2026-03-15', leftOut: 0 });
    expect(example({ benefits: 'usable' }).lastUseAfter).toBe('2026-03-14');
    expect(example({ minDays: 60, dates: 'keep', fee: { amount: 500, per: 'period' } })).toMatchObject({
      days: 60,
      leftOut: 2,
      fee: 1000,
    });
  });
});
