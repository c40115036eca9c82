import { numberWord } from '../format.ts';
import type { PauseWords } from '../pause-words.ts';

const days = (count: number): string => (count === 1 ? 'einen Tag' : `${numberWord(count, 'de')} Tage`);

export const pauses: PauseWords = {
  pause: 'Mitgliedschaft pausieren',
  title: (plan) => `„${plan}“ pausieren`,
  intro:
    'Eine Pause ist für Urlaub oder eine volle Zeit. An ihren Tagen wird nichts berechnet, und Sie können jederzeit zurückkommen.',
  start: 'Ab wann?',
  starts: { period_end: (day) => `Ab ${day}, wenn die nächste Rechnung käme`, now: 'Ab heute' },
  length: 'Wie lange?',
  lengths: {
    one_week: '1 Woche',
    two_weeks: '2 Wochen',
    one_month: '1 Monat',
    two_months: '2 Monate',
    three_months: '3 Monate',
    day: 'Bis zu einem Tag meiner Wahl',
    open: 'Ohne Ende',
  },
  lastDay: 'Letzter Tag der Pause',
  dayRule: (first, last) => `Vom ${first} bis zum ${last}. Der Tag selbst gehört noch zur Pause.`,
  whatHappens: 'Was dann geschieht',
  timeline: {
    asNow: (lastDay) => `Bis zum ${lastDay} ist alles wie jetzt.`,
    pause: (from, lastDay, count) =>
      `${from} bis ${lastDay}: Pause, ${days(count)}, beide Tage eingeschlossen. Nichts wird berechnet.`,
    pauseOpen: (from) => `Ab ${from}: Pause, bis ein Ende vereinbart ist. Nichts wird berechnet.`,
    goesOn: (day) => `${day}: Die Mitgliedschaft geht weiter.`,
    goesOnWithBill: (day, amount) => `${day}: Die Mitgliedschaft geht weiter, mit der nächsten Zahlung von ${amount}.`,
    bill: (day, amount) => `${day}: nächste Zahlung, ${amount}.`,
    billOpen: 'Die nächste Zahlung ergibt sich aus dem Tag, an dem die Pause endet.',
    ends: (lastDay) => `${lastDay}: letzter Tag der Mitgliedschaft. Keine weitere Zahlung.`,
  },
  left: 'Was Sie noch haben',
  credit: {
    moves: (before, after) => `wartet während der Pause; letzter Tag ${after} statt ${before}`,
    movesByPause: 'wartet während der Pause und gilt entsprechend länger',
    rests: 'wartet während der Pause',
    inPause: {
      until: (lastDay) => `nutzbar bis zum ${lastDay}, auch während der Pause`,
      forever: 'jederzeit nutzbar, auch während der Pause',
    },
    given: (lastDay) =>
      `ein Geschenk außerhalb der Mitgliedschaft, es wartet nicht: während der Pause nutzbar, letzter Tag ${lastDay}`,
    again: { until: (lastDay) => `nutzbar bis zum ${lastDay}`, forever: 'jederzeit nutzbar' },
  },
  discountsRest: 'Rabatte und was immer enthalten ist, warten bis nach der Pause.',
  fee: {
    total: (amount) => `In der nächsten Zahlung sind ${amount} für die Pause enthalten.`,
    each: {
      pause: (amount) => `Die Pause kostet ${amount}, mit der ersten Zahlung danach.`,
      period: (amount) =>
        `Die Pause kostet ${amount} für jede Rechnung, die in sie fällt, mit der ersten Zahlung danach.`,
    },
  },
  planChange: {
    what: {
      requested: (plan) => `Der Wechsel zu ${plan}`,
      new_version: (plan) => `Die neue Fassung von ${plan}`,
    },
    moves: (what, day, before) => `${what} verschiebt sich mit der Pause: Beginn ist am ${day} statt am ${before}.`,
    stays: (what, day) => `${what} beginnt am ${day}.`,
    waits: (what) => `${what} wartet auf die erste Rechnung nach der Pause.`,
    costs: (plan, price) => `Ab dann kostet ${plan} ${price}.`,
  },
  committed: (day) => `Die vereinbarte Zeit läuft dann bis zum ${day}.`,
  confirm: (lastDay) => `Bis zum ${lastDay} pausieren`,
  done: (from, lastDay) => `Ihre Mitgliedschaft pausiert vom ${from} bis zum ${lastDay}.`,
  choose: 'Wählen Sie, wie lange; dann steht hier, was geschieht.',

  isPaused: 'Ihre Mitgliedschaft ist derzeit pausiert',
  coming: (day) => `Am ${day} beginnt eine Pause`,
  days: (from, lastDay) => `Vom ${from} bis zum ${lastDay}, beide Tage eingeschlossen.`,
  daysOpen: (from) => `Ab ${from}, bis Sie mit dem Salon ein Ende vereinbaren.`,
  salonClosed: 'Der Salon ist in dieser Zeit geschlossen.',
  canUse: 'Was noch da ist, können Sie weiter nutzen; der letzte Tag steht daneben. Rabatte warten.',
  canUseNothing: 'Was noch da ist, wartet auf Sie und gilt entsprechend länger.',
  canUseUntilThen:
    'Bis dahin nutzen Sie alles wie bisher. Was länger gilt, wartet während der Pause und gilt entsprechend länger.',
  cancelledAfter: (backOn, lastDay) =>
    `Die Mitgliedschaft ist außerdem gekündigt: Nach der Pause läuft sie vom ${backOn} bis einschließlich ${lastDay} weiter und endet dann.`,
  cancelledWithin: (lastDay) =>
    `Die Mitgliedschaft ist außerdem gekündigt: Sie endet während der Pause, letzter Tag ist der ${lastDay}.`,
  nothingMore: 'Es wird nichts mehr abgebucht.',
  nextCharge: (amount, day) => `Nächste Zahlung: ${amount} am ${day}.`,
  noChargeYet: 'Bis zum Ende der Pause wird nichts berechnet.',
  change: 'Pause ändern oder beenden',
  end: 'Pause beenden',
  changeTitle: 'Ihre Pause',
  changeIntro: 'Sie können früher zurückkommen oder einen anderen letzten Tag wählen.',
  onlyResume:
    'Sie können früher zurückkommen. Länger kann die Pause nicht werden, weil die Mitgliedschaft gekündigt ist.',
  runsThen: (lastDay) => `Die Mitgliedschaft ist gekündigt: Sie läuft dann bis einschließlich ${lastDay}.`,
  resume: 'Heute zurückkommen',
  resumeExplained: 'Die Pause endet, und Sie können Ihre Mitgliedschaft heute wieder nutzen.',
  resumed: 'Willkommen zurück. Ihre Mitgliedschaft geht weiter.',
  takeBack: 'Pause zurücknehmen',
  takeBackExplained: 'Die Pause findet nicht statt. Alles bleibt, wie es war.',
  takenBack: 'Die Pause ist zurückgenommen. Alles bleibt, wie es war.',
  otherEnd: 'Anderer letzter Tag',
  confirmEnd: (lastDay) => `Bis zum ${lastDay} pausieren`,
  endChanged: (lastDay) => `Die Pause endet jetzt mit dem ${lastDay}.`,
  throughSalon:
    'Pausen vereinbaren Sie mit dem Salon. Rufen Sie an, schreiben Sie, oder stellen Sie hier eine Frage: Der Salon erledigt es für Sie.',
  throughSalonChange: 'Um früher zurückzukommen oder länger fortzubleiben, fragen Sie bitte den Salon.',
};
