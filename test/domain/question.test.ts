import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerBy, defaultAnswerPromise } from '../../shared/domain/answer-promise.ts';
import type { BalanceSeen } from '../../shared/domain/balance-seen.ts';
import { addDays, weekdayOf } from '../../shared/domain/calendar.ts';
import {
  mostWaiting,
  noQuestions,
  questionCounts,
  refuseManyWaiting,
  withQuestion,
} from '../../shared/domain/member-questions.ts';
import { mostMessages, Question, stateAt } from '../../shared/domain/question.ts';
import {
  answer,
  ask,
  assign,
  close,
  followUp,
  nextAction,
  read,
  reopen,
  settle,
} from '../../shared/domain/question-thread.ts';
import { Refusal } from '../../shared/domain/refusal.ts';

const dayLong = 24 * 3_600_000;
const memberId = 'mbr_01JAB000000000000000000001';
const questionId = 'qst_01JAB000000000000000000001';
const loginId = '00000000-0000-4000-8000-000000000001';
const rita = 'stf_01JAB000000000000000000001';
const olga = 'stf_01JAB000000000000000000002';
const seen: BalanceSeen = { on: '2026-03-05', memberships: [], credits: [] };
const promise = defaultAnswerPromise;
/** A Thursday. */
const thursday = { at: Date.parse('2026-03-05T15:00:00Z'), today: '2026-03-05', promise };
const later = (days: number) => ({
  ...thursday,
  at: thursday.at + days * dayLong,
  today: addDays(thursday.today, days),
});

const asked = () => ask({ questionId, memberId, topic: 'balance', seen, loginId, text: 'Why is it two?' }, thursday);
const answered = (days = 1) =>
  answer(asked(), { staffId: rita, text: 'One was used on Monday.', heard: 1 }, later(days).at);

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing was refused';
};

describe('the day by which a question is answered (001-024)', () => {
  test.each([
    ['on a Thursday: Monday', '2026-03-05', 2, [1, 2, 3, 4, 5], '2026-03-09'],
    ['on a Friday: Tuesday', '2026-03-06', 2, [1, 2, 3, 4, 5], '2026-03-10'],
    ['on a Sunday: Tuesday', '2026-03-08', 2, [1, 2, 3, 4, 5], '2026-03-10'],
    ['before a salon’s closed Monday: Wednesday', '2026-03-07', 2, [2, 3, 4, 5, 6], '2026-03-11'],
    ['a salon that answers on Saturdays only', '2026-03-07', 1, [6], '2026-03-14'],
  ])('asked %s', (_, today, workingDays, weekdays, expected) => {
    expect(answerBy(today, { workingDays, weekdays })).toBe(expected);
  });

  test('lies on a working day, with exactly as many working days after the day of asking as promised', () => {
    const promises = fc.record({
      workingDays: fc.integer({ min: 1, max: 10 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    });
    fc.assert(
      fc.property(promises, fc.integer({ min: 0, max: 4000 }), (given, offset) => {
        const today = addDays('2024-01-01', offset);
        const day = answerBy(today, given);
        expect(given.weekdays).toContain(weekdayOf(day));
        let counted = 0;
        for (let one = addDays(today, 1); one <= day; one = addDays(one, 1)) {
          if (given.weekdays.includes(weekdayOf(one))) counted += 1;
        }
        expect(counted).toBe(given.workingDays);
      }),
    );
  });
});

describe('a question', () => {
  test('waits for the salon from the moment it is asked, and has a day', () => {
    expect(asked()).toMatchObject({ state: 'open', since: thursday.at, answerBy: '2026-03-09', unread: false });
    expect(Question.safeParse(asked()).success).toBe(true);
  });

  test('that gets an answer is the member’s turn, and whoever answered it sees to it', () => {
    expect(answered()).toMatchObject({ state: 'answered', ownerId: rita, unread: true });
    const taken = assign(asked(), olga, thursday.at);
    expect(answer(taken, { staffId: rita, text: 'Hello', heard: 1 }, thursday.at).ownerId).toBe(olga);
  });

  test('keeps its day when the member adds to it, and gets a new one when the member writes back', () => {
    const more = followUp(asked(), { loginId, text: 'Please.' }, later(1));
    expect(more).toMatchObject({ state: 'open', since: thursday.at, answerBy: '2026-03-09' });
    const back = followUp(answered(), { loginId, text: 'I was not there.' }, later(5));
    expect(back).toMatchObject({ state: 'open', since: later(5).at, answerBy: '2026-03-12', unread: false });
    expect(back.ownerId).toBe(rita);
  });

  test('is never answered past a message that the colleague has not read', () => {
    const more = followUp(asked(), { loginId, text: 'It is solved.' }, later(1));
    expect(codeOf(() => answer(more, { staffId: rita, text: 'Hello', heard: 1 }, later(1).at))).toBe(
      'conflicting_change',
    );
  });

  test('is not put aside by the salon while the member waits for a word', () => {
    expect(codeOf(() => close(asked(), thursday.at))).toBe('question_unanswered');
    expect(close(answered(), later(2).at)).toMatchObject({ state: 'closed', since: later(2).at });
  });

  test('that is closed takes no answer and no owner until somebody reopens it, and then has a new day', () => {
    const over = close(answered(), later(2).at);
    expect(codeOf(() => answer(over, { staffId: rita, text: 'Hello', heard: 2 }, later(3).at))).toBe('question_closed');
    expect(codeOf(() => assign(over, olga, later(3).at))).toBe('question_closed');
    expect(reopen(over, olga, later(5))).toMatchObject({ state: 'open', ownerId: olga, answerBy: '2026-03-12' });
    expect(codeOf(() => reopen(asked(), olga, thursday))).toBe('question_not_closed');
  });

  test('that is closed is open again when the member writes: nobody is left before a shut door', () => {
    expect(followUp(close(answered(), later(2).at), { loginId, text: 'Still wrong.' }, later(3)).state).toBe('open');
  });

  test('can be settled by the member at any time, and settling twice changes nothing', () => {
    const over = settle(asked(), later(1).at);
    expect(over).toMatchObject({ state: 'closed', unread: false });
    expect(settle(over, later(4).at)).toEqual(over);
  });

  test('is closed by two weeks of silence after an answer, by date and not by a job', () => {
    const quiet = answered(0);
    expect(stateAt(quiet, thursday.at + 14 * dayLong - 1)).toBe('answered');
    expect(stateAt(quiet, thursday.at + 14 * dayLong)).toBe('closed');
    expect(stateAt(asked(), thursday.at + 400 * dayLong)).toBe('open');
    expect(codeOf(() => answer(quiet, { staffId: rita, text: 'Hello', heard: 2 }, later(14).at))).toBe(
      'question_closed',
    );
  });

  test('holds fifty messages, and says so', () => {
    let full = asked();
    for (let n = 1; n < mostMessages; n += 1) full = followUp(full, { loginId, text: `${n}` }, thursday);
    expect(codeOf(() => followUp(full, { loginId, text: 'more' }, thursday))).toBe('question_full');
    expect(codeOf(() => answer(full, { staffId: rita, text: 'more', heard: mostMessages }, thursday.at))).toBe(
      'question_full',
    );
  });

  // 001-014
  test.each([
    ['asked, and nobody’s', asked(), undefined, 0, 'take'],
    ['taken', assign(asked(), rita, thursday.at), rita, 0, 'answer'],
    ['due today', asked(), undefined, 4, 'answer_today'],
    ['overdue', assign(asked(), rita, thursday.at), rita, 9, 'answer_today'],
    ['answered', answered(), rita, 2, 'wait'],
    ['closed', close(answered(), later(2).at), rita, 2, 'none'],
  ] as const)('that is %s has a next action', (_, question, ownerId, days, expected) => {
    expect(nextAction(question, ownerId, later(days))).toBe(expected);
  });
});

describe('what is known of a member’s questions at a glance', () => {
  const numbered = (n: number) => ({ ...asked(), questionId: `qst_01JAB00000000000000000000${n}` });

  test('five may wait at once; writing more about one of them is always possible', () => {
    let known = noQuestions(memberId);
    for (let n = 1; n <= mostWaiting; n += 1) {
      refuseManyWaiting(known, numbered(n).questionId);
      known = withQuestion(known, numbered(n));
    }
    expect(codeOf(() => refuseManyWaiting(known, numbered(6).questionId))).toBe('too_many_questions');
    expect(() => refuseManyWaiting(known, numbered(3).questionId)).not.toThrow();
  });

  test('whatever is done in whatever order, it counts exactly what waits and what was not read', () => {
    const steps = {
      follow: (question: Question) => followUp(question, { loginId, text: 'more' }, thursday),
      answer: (question: Question) =>
        answer(question, { staffId: rita, text: 'yes', heard: question.messages.length }, thursday.at),
      close: (question: Question) => close(question, thursday.at),
      settle: (question: Question) => settle(question, thursday.at),
      reopen: (question: Question) => reopen(question, rita, thursday),
      read,
    };
    const story = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[]))),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(story, (moves) => {
        const questions = [0, 1, 2, 3].map(numbered);
        let known = questions.reduce(withQuestion, noQuestions(memberId));
        for (const [which, step] of moves) {
          const before = questions[which];
          if (!before) continue;
          try {
            const after = steps[step](before);
            questions[which] = after;
            known = withQuestion(known, after);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        expect(questionCounts(known)).toEqual({
          unread: questions.filter(({ unread }) => unread).length,
          waiting: questions.filter(({ state }) => state === 'open').length,
        });
      }),
    );
  });
});
