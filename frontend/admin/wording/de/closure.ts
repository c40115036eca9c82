import type { closure as english } from '../en/closure.ts';

const memberships = (count: number): string => (count === 1 ? '1 Mitgliedschaft' : `${count} Mitgliedschaften`);
const clients = (count: number): string => (count === 1 ? '1 Kunde' : `${count} Kunden`);
const visits = (count: number): string =>
  count === 1 ? '1 unbenutzter Besuch ruht und ist' : `${count} unbenutzte Besuche ruhen und sind`;
const length = (count: number): string => (count === 1 ? 'einen Tag' : `${count} Tage`);

/** Closing the whole salon for some days. */
export const closure: typeof english = {
  title: 'Schließzeit',
  settingsHint: 'Betriebsferien, Umbau: Alle Mitgliedschaften pausieren auf einmal. Sie sehen vorher, was das bewirkt.',
  plan: 'Schließzeit planen',
  toSettings: 'Zurück zu den Einstellungen',
  lead: 'An diesen Tagen pausiert jede Mitgliedschaft: Nichts wird berechnet, unbenutzte Besuche ruhen und gelten so viele Tage länger. Mitglieder kostet das nichts, und es zählt nicht als eine ihrer eigenen Pausen.',
  from: 'Erster geschlossener Tag',
  lastDay: 'Letzter geschlossener Tag',
  dayMissing: 'Bitte wählen Sie einen Tag.',
  lastDayBefore: 'Der letzte Tag liegt nicht vor dem ersten.',
  look: 'Ansehen, was das bewirkt',
  lookAgain: 'Die Tage sind andere. Sehen Sie noch einmal nach, was sie bewirken.',
  looking: (count) => `Durchgesehen: bisher ${clients(count)}`,
  effect: 'Was das bewirkt',
  pauses: (count, days) =>
    count === 1 ? `1 Mitgliedschaft pausiert ${length(days)}` : `${memberships(count)} pausieren ${length(days)}`,
  nobody: 'An diesen Tagen würde keine Mitgliedschaft pausieren.',
  billsMove: (bills, total, days) =>
    bills === 1
      ? `Die nächste Rechnung einer davon, ${total}, kommt ${length(days)} später.`
      : `Die nächsten Rechnungen von ${bills} davon, zusammen ${total}, kommen ${length(days)} später.`,
  billsAfter: 'Bei den anderen kommt vor der Schließzeit noch eine Rechnung wie geplant; die danach kommt später.',
  visitsRest: (count, days) => `${visits(count)} ${length(days)} länger nutzbar.`,
  mails: 'Jedes dieser Mitglieder bekommt jetzt eine E-Mail und eine weitere, bevor Sie wieder öffnen.',
  examples: 'Zum Beispiel',
  billInstead: (amount, after, before) => `${amount} am ${after} statt am ${before}`,
  billAsPlanned: (amount, day) => `${amount} am ${day}, wie geplant; die Rechnung danach kommt später`,
  creditInstead: (what, after, before) => `${what}: bis ${after} statt bis ${before}`,
  excluded: (count) => `Pausieren nicht: ${count}`,
  whyNot: {
    payment_open:
      'Eine Zahlung ist offen. Wird sie vor dem ersten geschlossenen Tag bezahlt, pausiert die Mitgliedschaft ebenfalls.',
    own_pause: 'Pausiert schon oder demnächst. Bitte sehen Sie nach, ob diese Pause die Schließzeit umfasst.',
    cancelled: 'Ist gekündigt. Bitte vereinbaren Sie mit dem Mitglied, was aus den Tagen wird.',
    trial:
      'Ist in der Probezeit, die nach ihren Tagen weiterläuft. Ist sie am ersten geschlossenen Tag vorbei, pausiert die Mitgliedschaft dann.',
    not_begun: 'Beginnt später. Am ersten geschlossenen Tag wird noch einmal nachgesehen.',
    busy: 'Wurde in diesem Augenblick abgerechnet. Am ersten geschlossenen Tag wird noch einmal nachgesehen.',
  },
  andMore: (count) => `und ${count} weitere`,
  close: (from, lastDay) => `Vom ${from} bis ${lastDay} schließen`,
  confirmTitle: 'Salon schließen?',
  confirmLead: (count, from, lastDay) =>
    `${count === 1 ? '1 Mitgliedschaft pausiert' : `${memberships(count)} pausieren`} vom ${from} bis ${lastDay}. An diesen Tagen wird nichts berechnet.`,
  confirmUndo: (from) => `Bis die Schließzeit am ${from} beginnt, können Sie sie im Ganzen zurücknehmen.`,
  confirmNow:
    'Das beginnt heute und lässt sich nicht im Ganzen zurücknehmen. Einzelne Mitgliedschaften können Sie fortsetzen.',
  confirm: 'Salon schließen',
  keepOpen: 'Geöffnet bleiben',
  planned: 'Die Schließzeit ist geplant.',
  state: {
    pausing: 'Mitgliedschaften werden pausiert',
    planned: 'Geplant',
    pausing_again: 'Die letzten werden pausiert',
    set: 'Geschlossen',
    undoing: 'Wird zurückgenommen',
    undone: 'Zurückgenommen',
  },
  over: 'Vorbei',
  days: (from, lastDay) => `${from} bis ${lastDay}`,
  progress: (done, of) => `${done} von ${clients(of)} durchgesehen`,
  progressHint: 'Das geht von selbst weiter. Sie können diese Seite verlassen.',
  result: (count) => (count === 1 ? '1 Mitgliedschaft pausiert' : `${memberships(count)} pausieren`),
  resultUndone: (count) =>
    count === 1 ? '1 Mitgliedschaft pausiert nicht mehr' : `${memberships(count)} pausieren nicht mehr`,
  plannedHint:
    'Am ersten Tag werden alle noch einmal durchgesehen, für die, die inzwischen dazugekommen sind oder bezahlt haben.',
  by: (name, when) => `Geplant von ${name}, ${when}`,
  undo: 'Zurücknehmen',
  undoTitle: 'Schließzeit zurücknehmen?',
  undoLead: (from, lastDay) =>
    `Jede Mitgliedschaft läuft weiter, als wäre vom ${from} bis ${lastDay} nichts geplant gewesen: Rechnungen und letzte Tage sind, wie sie waren. Die Mitglieder bekommen eine E-Mail, dass Sie geöffnet bleiben.`,
  keepClosed: 'Schließzeit behalten',
  undoing: 'Die Schließzeit wird zurückgenommen.',
  last: 'Die letzte Schließzeit',
};
