import type { ForecastWords } from '../forecast-words.ts';

export const forecast: ForecastWords = {
  title: 'Was wann verfällt',
  lead: 'Das würden Sie verlieren, wenn Sie ab heute nichts nutzen.',
  cause: {
    too_many: 'Am Tag danach kommen neue, und es wären mehr, als aufgehoben werden.',
    membership_ends: 'Dann ist Ihre Mitgliedschaft beendet.',
  },
  lasting: (what) => `In den nächsten zwölf Monaten bleibt: ${what}.`,
  nothing: 'In den nächsten zwölf Monaten verfällt davon nichts.',
};
