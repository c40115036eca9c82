import type { ForecastWords } from '../forecast-words.ts';

export const forecast: ForecastWords = {
  title: 'What expires when',
  lead: 'This is what you would lose if you used nothing from today on.',
  cause: {
    too_many: 'New ones come the day after, and there would be more than are kept.',
    membership_ends: 'Then your membership has ended.',
  },
  lasting: (what) => `Still there in twelve months: ${what}.`,
  nothing: 'Nothing of it expires within the next twelve months.',
};
