import type { migration as english } from '../en/migration.ts';

/** Moving members of a plan to its new version. */
export const migration: typeof english = {
  keep: 'Bleibt bei dieser Fassung',
  keepTitle: 'Bei dieser Fassung bleiben?',
  keepNot: 'Nein, mit den anderen umstellen',
  keepLead: (plan) =>
    `Die Mitgliedschaft behält Preis und Bedingungen von ${plan}, die sie jetzt hat, auch wenn andere später umgestellt werden. Wem die Änderung schon angekündigt war, bekommt eine E-Mail, dass sie nicht stattfindet.`,
  keptNow: (plan) => `Die Mitgliedschaft behält ihre Fassung von ${plan}.`,
  keeps: 'Bleibt bei ihrer Fassung, wenn andere umgestellt werden.',
  release: 'Kann wieder umgestellt werden',
  releasedNow: 'Die Mitgliedschaft kann wieder mit den anderen umgestellt werden.',
  comingAfterPause: (plan, price) =>
    `Die neuere Fassung von ${plan} gilt ab der ersten Rechnung nach der Pause: ${price}.`,
  comingTo: (plan, date, price) => `Die neuere Fassung von ${plan} gilt ab der Rechnung am ${date}: ${price}.`,
};
