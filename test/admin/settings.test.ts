import { describe, expect, test } from '@jest/globals';
import { sizeProblem } from '../../frontend/admin/settings/logo-image.ts';
import { draftOf, readSettings, shownContrast, withoutFields } from '../../frontend/admin/settings/settings-draft.ts';
import { wordings } from '../../frontend/admin/wording/wording.ts';
import { defaultAnswerPromise } from '../../shared/domain/answer-promise.ts';
import type { Business } from '../../shared/domain/business.ts';
import { defaultDunning } from '../../shared/domain/dunning.ts';
import { defaultRenewalWindow } from '../../shared/domain/renewal-window.ts';

const business: Pick<Business, 'name' | 'locale' | 'contact' | 'brand' | 'policies' | 'renewalWindow' | 'answers'> = {
  name: 'Aurora',
  locale: 'en-GB',
  contact: { email: 'hello@example.com' },
  brand: { colour: '#5b4a3f' },
  policies: { ...defaultDunning, graceDays: 3, expiresSoonDays: 7, renewalNoticeDays: 7 },
  renewalWindow: defaultRenewalWindow,
  answers: defaultAnswerPromise,
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
    const read = readSettings({ ...draft, colour: '#ffee00' }, wordings.en);
    expect(read.change).toBeUndefined();
    expect(Object.keys(read.problems)).toEqual(['colour']);
    expect(readSettings(draft, wordings.en).problems).toEqual({});
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
    const read = readSettings({ ...draft, answerDays: '3', answerWeekdays: '6245' }, wordings.en);
    expect(read.change?.answers).toEqual({ workingDays: 3, weekdays: [2, 4, 5, 6] });
  });

  test.each([
    ['no day at all', { answerDays: '0' }, 'answerDays'],
    ['more days than anybody waits', { answerDays: '11' }, 'answerDays'],
    ['no weekday on which anybody answers', { answerWeekdays: '' }, 'answerWeekdays'],
  ])('%s is a problem of its field', (_, typed, field) => {
    const read = readSettings({ ...draft, ...typed }, wordings.en);
    expect(read.change).toBeUndefined();
    expect(Object.keys(read.problems)).toEqual([field]);
  });
});
