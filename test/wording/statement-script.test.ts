import { describe, expect, test } from '@jest/globals';
import type { StatementView } from '../../shared/contract/views.ts';
import { statementInWords, statementScript } from '../../shared/wording/describe-statement.ts';
import { tongueOf } from '../../shared/wording/words.ts';

const services = [{ serviceId: 's', name: 'Facial', oneVisit: 'facial', visits: 'facials' }];
const statement: StatementView = {
  ...{ kind: 'visits', serviceIds: ['s'], balance: 2 },
  opening: { units: 1, before: '2026-03-01' },
  moves: [
    { on: '2026-03-01', units: 2, cause: 'came_with_plan', plan: 'Glow', until: '2026-03-31' },
    { on: '2026-03-04', units: -1, cause: 'used', latest: true, place: 'Union Square' },
  ],
};
const script = (language: 'en' | 'de', of = statement) => {
  const tongue = tongueOf(language, 'en-US');
  const context = { today: '2026-03-10', currency: 'USD', services, tongue } as const;
  return statementScript(statementInWords(of, context), tongue).split('\n');
};

// The words that the desk copies to answer “Why 2?” (000-045, 000-051)
describe('what the desk tells a client who asks about a number', () => {
  test('is the question, every plus and minus with what was left, and the number', () => {
    expect(script('en')).toEqual([
      'Why two facials?',
      '',
      'Before March 1 you had 1.',
      'March 1: Came with Glow, to use by March 31 (+2, then 3)',
      'March 4: Used on your last appointment, Union Square (−1, then 2)',
      '',
      'Today you have two facials.',
    ]);
  });

  test('is in the client’s language, whatever the desk speaks', () => {
    const lines = script('de');
    expect(lines[2]).toBe('Vor dem 1. März hatten Sie 1.');
    expect(lines[4]).toMatch(/^4\. März: Bei Ihrem letzten Termin genutzt, Union Square \(−1, danach 2\)$/);
  });

  test('says so where nothing ever came', () => {
    const none: StatementView = { ...statement, balance: 0, opening: { units: 0 }, moves: [] };
    expect(script('en', none)).toContain('Nothing has been added or used yet.');
  });
});
