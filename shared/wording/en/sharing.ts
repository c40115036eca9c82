import type { SharingWords } from '../sharing-words.ts';

export const sharing: SharingWords = {
  title: 'Shared with you',
  from: (name, plan) => `From ${name}, with ${plan}`,
  left: (units) => {
    if (units === 0) return 'You have used all that you may use in this period.';
    return units === 1 ? 'You may use one more in this period.' : `You may use ${units} more in this period.`;
  },
  resting: 'It cannot be used at the moment.',
  nothing: 'Nothing is left at the moment.',
  showAtDesk: 'Say at the desk whose membership you are using.',
  others: (plan) => `Who else may use ${plan}`,
  addAtSalon: 'Your salon can add people for you.',
  remove: 'Remove',
  removeOf: (name) => `Remove ${name}`,
  removeTitle: (name) => `Remove ${name}?`,
  removeText: (name) => `${name} can use nothing more from now on. What was used stays used.`,
  keep: 'Keep',
};
