import type { migration as english } from '../en/migration.ts';

const memberships = (count: number): string => (count === 1 ? '1 Mitgliedschaft' : `${count} Mitgliedschaften`);
const clients = (count: number): string => (count === 1 ? '1 Kunde' : `${count} Kunden`);

/** Moving members of a plan to its new version. */
export const migration: typeof english = {
  title: (plan) => `Mitglieder umstellen: ${plan}`,
  open: 'Mitglieder umstellen',
  openOf: (plan) => `Mitglieder von ${plan} auf die neueste Fassung umstellen`,
  toPlans: 'Zurück zu den Tarifen',
  lead: (version) =>
    `Mitglieder bleiben bei der Fassung, mit der sie begonnen haben. Hier stellen Sie sie auf Fassung ${version} um: Sie erfahren es Wochen vorher und zahlen den neuen Preis zuerst mit einer Rechnung danach.`,
  leadAgain: (version) =>
    `Für alle, die ausgenommen waren, können Sie noch einmal nachsehen: Niemand wird zweimal auf Fassung ${version} umgestellt.`,
  again: 'Noch einmal nachsehen',
  announced: 'Angekündigt',
  from: 'Rechnungen ab diesem Tag sind nach der neuen Fassung',
  noticeHint: (earliest) =>
    `Der Preis ist höher, oder es ist weniger enthalten, deshalb erfahren Mitglieder es drei Wochen vorher: frühestens zum ${earliest}. Umgestellt wird mit der ersten Rechnung ab diesem Tag.`,
  noNoticeHint:
    'Niemand zahlt mehr oder bekommt weniger, deshalb geht es schon ab morgen. Umgestellt wird mit der ersten Rechnung ab diesem Tag.',
  dayMissing: 'Bitte wählen Sie einen Tag.',
  dayOutOfRange: (earliest, latest) => `Bitte wählen Sie einen Tag vom ${earliest} bis zum ${latest}.`,
  look: 'Ansehen, was das bewirkt',
  lookAgain: 'Der Tag ist ein anderer. Sehen Sie noch einmal nach, was das bewirkt.',
  looking: (count) => `Durchgesehen: bisher ${clients(count)}`,
  effect: 'Was das bewirkt',
  moves: (count, plan, version) =>
    count === 1
      ? `1 Mitgliedschaft wird auf Fassung ${version} von ${plan} umgestellt`
      : `${memberships(count)} werden auf Fassung ${version} von ${plan} umgestellt`,
  nobody: 'Niemand würde umgestellt.',
  paysNow: 'Diese Mitglieder zahlen jetzt',
  paysThen: 'Und künftig',
  aMonth: (amount) => `${amount} im Monat`,
  difference: (more, amount) =>
    more > 0 ? `Das sind ${amount} im Monat mehr, mit Steuer.` : `Das sind ${amount} im Monat weniger, mit Steuer.`,
  firstBills: (first, last) =>
    first === last
      ? `Die erste Rechnung nach der neuen Fassung ist am ${first}.`
      : `Die ersten Rechnungen nach der neuen Fassung sind vom ${first} bis zum ${last}, jede an ihrem eigenen Rechnungstag.`,
  nothingNow: 'Jetzt wird nichts berechnet, und was Mitglieder haben, bleibt, wie es ist.',
  mails: 'Jedes dieser Mitglieder bekommt eine E-Mail: Preis, Tag, was sich ändert und wie man vorher kündigt.',
  waitAlready: (count) =>
    count === 1 ? '1 Mitgliedschaft ist schon vorgemerkt.' : `${memberships(count)} sind schon vorgemerkt.`,
  onVersion: (count) => (count === 1 ? '1 Mitgliedschaft hat sie schon.' : `${memberships(count)} haben sie schon.`),
  different: 'Was sich ändert',
  fromVersion: (version) => `Von Fassung ${version}:`,
  priceInstead: (after, before) => `${after} statt ${before}`,
  samePrice: (price) => `${price}, wie jetzt`,
  sameBenefits: 'enthalten ist dasselbe',
  moving: (count) => `Wer umgestellt wird: ${count}`,
  billInstead: (day, after, before) => `${day}: ${after} statt ${before}`,
  billSame: (day, amount) => `${day}: ${amount}, wie jetzt`,
  leaveOut: 'Ausnehmen',
  leaveOutOf: (name) => `Ausnehmen: ${name}`,
  leftOut: (name) => `${name} bleibt bei der jetzigen Fassung.`,
  showAll: (count) => `Alle ${count} zeigen`,
  showFew: 'Weniger zeigen',
  excluded: (count) => `Nicht umgestellt: ${count}`,
  whyNot: {
    kept: 'Bleibt bei seiner Fassung, so haben Sie oder jemand aus dem Team es festgelegt. Ändern können Sie das auf der Seite des Kunden.',
    agreed:
      'Eine Mindestzeit, eine feste Laufzeit oder ein Einführungspreis dauert länger. Sehen Sie danach noch einmal nach.',
    ending: 'Ist gekündigt oder endet, bevor die neue Fassung begänne.',
    own_change: 'Wechselt schon zu einem anderen Tarif.',
    payment_open: 'Eine Zahlung ist offen. Sehen Sie noch einmal nach, wenn sie bezahlt ist.',
    not_begun:
      'Hat noch nicht begonnen, oder es wurde noch nichts berechnet: Die erste Rechnung ist, wie sie vereinbart wurde.',
    open_pause:
      'Pausiert ohne vereinbartes Ende, deshalb steht kein Rechnungstag fest. Sehen Sie dann noch einmal nach.',
    not_reachable:
      'Keine E-Mail erreicht den Kunden, und niemand zahlt mehr, ohne es vorher zu erfahren. Bitte tragen Sie eine Adresse ein.',
    other_terms:
      'Hat andere Rechnungstage, eine andere Laufzeit oder eine kürzere Mindestzeit. Das ist ein Tarifwechsel, einzeln.',
    busy: 'Wurde in diesem Augenblick abgerechnet. Einige Minuten später wird noch einmal nachgesehen.',
  },
  andMore: (count) => `und ${count} weitere`,
  move: (count) => `${memberships(count)} umstellen`,
  confirmTitle: (count) => `${memberships(count)} umstellen?`,
  confirmUndo:
    'Bevor jemand davon erfährt, wird noch einmal gezählt. Sind es dann andere Zahlen, wird niemand umgestellt. Für alle, die noch keine Rechnung nach der neuen Fassung hatten, können Sie es zurücknehmen.',
  confirm: 'Umstellen und Bescheid geben',
  confirmNot: 'Nicht umstellen',
  started: 'Die Mitglieder werden umgestellt.',
  toVersion: (version) => `Auf Fassung ${version}`,
  state: {
    checking: 'Wird noch einmal gezählt',
    outdated: 'Nicht ausgeführt',
    moving: 'Wird umgestellt',
    moved: 'Umgestellt',
    undoing: 'Wird zurückgenommen',
    undone: 'Zurückgenommen',
  },
  progress: (done, of) => `${done} von ${clients(of)} durchgesehen`,
  progressHint: 'Das geht von selbst weiter. Sie können diese Seite verlassen.',
  outdated:
    'Es waren nicht mehr die Zahlen, die Sie gesehen hatten. Niemand wurde umgestellt, und niemand hat davon erfahren. Bitte sehen Sie noch einmal nach.',
  waiting: (count) =>
    count === 1
      ? '1 Mitgliedschaft wird mit ihrer Rechnung umgestellt'
      : `${memberships(count)} werden mit ihren Rechnungen umgestellt`,
  waitingHint:
    'Wer vor dieser Rechnung kündigt, zahlt den neuen Preis nie. Einzelne können Sie auf ihrer Seite bei ihrer Fassung lassen.',
  over: (version) => `Alle, die umgestellt wurden, werden nach Fassung ${version} abgerechnet`,
  undone: (count) => `Für ${memberships(count)} zurückgenommen`,
  by: (name, when) => `Begonnen von ${name}, ${when}`,
  undo: 'Zurücknehmen',
  undoTitle: 'Umstellung zurücknehmen?',
  undoNot: 'So lassen',
  undoLead:
    'Alle, die noch keine Rechnung nach der neuen Fassung hatten, bleiben bei der jetzigen, zu deren Preis. Wer schon Bescheid wusste, bekommt eine E-Mail, dass sich nichts ändert. Wer schon nach der neuen Fassung abgerechnet wurde, bleibt bei ihr.',
  undoing: 'Die Umstellung wird zurückgenommen.',
  impossible: {
    no_earlier_version: {
      title: 'Es gibt keine frühere Fassung',
      text: 'Dieser Tarif hat eine Fassung, und alle haben sie. Veröffentlichen Sie eine neue, dann können Sie Mitglieder auf sie umstellen.',
    },
    versions_too_different: {
      title: 'Diese Fassung ist zu anders',
      text: 'Sie hat andere Rechnungstage, eine andere Laufzeit oder eine längere Mindestzeit als alle davor. Mitglieder können einzeln zu ihr wechseln, wie zu einem anderen Tarif.',
    },
  },
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
