import type { StandingWords } from '../standing-words.ts';

const needsAttention = 'Ihre Zahlung für die Mitgliedschaft braucht Aufmerksamkeit';

export const standing: StandingWords = {
  status: {
    incomplete: 'Zahlung erwartet',
    scheduled: 'Beginnt bald',
    active: 'Aktiv',
    trial: 'Probezeit',
    renewal_pending: 'Verlängerung steht an',
    past_due: 'Zahlung überfällig',
    unpaid: 'Unbezahlt',
    paused: 'Pausiert',
    cancelling: 'Endet bald',
    cancelled: 'Gekündigt',
    expired: 'Abgelaufen',
  },
  pausedAndCancelled: 'Pausiert · Gekündigt',
  usability: {
    incomplete: () => 'Ihre Leistungen beginnen, sobald Ihre erste Zahlung eingegangen ist.',
    scheduled: ({ startsOn }) => `Ihre Leistungen beginnen am ${startsOn}.`,
    active: () => 'Sie können Ihre Leistungen jetzt nutzen.',
    trial: ({ trialUntil, renewsOn }) =>
      `Sie können Ihre Leistungen jetzt kostenlos nutzen.${trialUntil === undefined || renewsOn === undefined ? '' : ` Ihre Probezeit läuft bis zum ${trialUntil}; die erste Rechnung kommt am ${renewsOn}.`}`,
    renewal_pending: ({ renewsOn }) =>
      `Sie können Ihre Leistungen jetzt nutzen. Ihre Mitgliedschaft verlängert sich ${renewsOn === undefined ? 'bald' : `am ${renewsOn}`}.`,
    past_due: ({ hasBenefitsLeft }) =>
      `${needsAttention}. ${hasBenefitsLeft ? 'Was noch da ist, können Sie weiter nutzen.' : 'Neue Leistungen kommen, sobald sie beglichen ist.'}`,
    unpaid: () => `${needsAttention}. Bis sie beglichen ist, ruhen Ihre Leistungen.`,
    paused: () => 'Ihre Mitgliedschaft ist derzeit pausiert. Ihre Leistungen ruhen, bis sie weitergeht.',
    cancelling: ({ lastDay }) =>
      lastDay === undefined
        ? 'Sie können Ihre Leistungen nutzen, bis Ihre Mitgliedschaft endet.'
        : `Sie können Ihre Leistungen nutzen, bis Ihre Mitgliedschaft endet. Ihr letzter Tag ist der ${lastDay}.`,
    cancelled: ({ hasBenefitsLeft }) => over(hasBenefitsLeft),
    expired: ({ hasBenefitsLeft }) => over(hasBenefitsLeft),
  },
  nextBill(bill, { amount, day, first = false }) {
    switch (bill.kind) {
      case 'on':
        return {
          headline: day(bill.date),
          sentence: `Ihre ${first ? 'erste' : 'nächste'} Rechnung über ${amount} kommt am ${day(bill.date)}.`,
        };
      case 'due_since':
        return {
          headline: needsAttention,
          sentence: `${amount} sind seit dem ${day(bill.date)} fällig. Bitte fragen Sie den Salon, wie Sie sie begleichen.`,
        };
      case 'paused_until':
        return {
          headline: 'Keine Rechnung während der Pause',
          sentence: `Ihre Mitgliedschaft ist pausiert und geht am ${day(bill.date)} weiter. Vorher wird nichts berechnet.`,
        };
      case 'paused':
        return {
          headline: 'Keine Rechnung während der Pause',
          sentence: 'Ihre Mitgliedschaft ist derzeit pausiert. Bis sie weitergeht, wird nichts berechnet.',
        };
      case 'ends_on':
        return {
          headline: 'Keine weitere Rechnung',
          sentence: `Ihre Mitgliedschaft läuft bis einschließlich ${day(bill.lastDay)}. Es wird nichts mehr berechnet.`,
        };
      case 'ended_on':
        return {
          headline: 'Keine weitere Rechnung',
          sentence: `Ihre Mitgliedschaft endete am ${day(bill.lastDay)}. Es wird nichts mehr berechnet.`,
        };
      case 'awaiting_first_payment':
        return {
          headline: 'Noch kein Datum',
          sentence: `Ihre erste Zahlung über ${amount} steht noch aus. Daraus ergibt sich die nächste Rechnung.`,
        };
      default:
        return bill satisfies never;
    }
  },
};

const over = (hasBenefitsLeft: boolean): string =>
  hasBenefitsLeft
    ? 'Ihre Mitgliedschaft ist beendet. Was hier noch steht, gehört Ihnen bis zum angegebenen Tag.'
    : 'Ihre Mitgliedschaft ist beendet, und es sind keine Leistungen mehr offen.';
