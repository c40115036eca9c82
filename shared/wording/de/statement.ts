import type { StatementWords } from '../statement-words.ts';

const usableUntil = (until: string | undefined): string => (until === undefined ? '' : `, nutzbar bis ${until}`);

export const statement: StatementWords = {
  why: (number) => `Warum ${number}?`,
  title: (what) => `Warum ${what}?`,
  titleOfNone: (services) => `Warum ist für ${services} nichts mehr frei?`,
  lead: 'Jedes Plus und jedes Minus, das älteste zuerst. Zusammen ergeben sie genau, was Sie heute haben.',
  before: (day, number) => `Vor dem ${day} hatten Sie ${number}`,
  what: 'Was geschah',
  change: 'Änderung',
  left: 'Übrig',
  told: ({ day, text, change, left }) => `${day}: ${text} (${change}, danach ${left})`,
  total: (what) => `Heute haben Sie ${what}`,
  totalOfNone: 'Heute ist nichts mehr frei',
  earlier: 'Zeigen, was davor war',
  nothing: 'Bisher ist nichts dazugekommen und nichts genutzt worden.',
  close: 'Schließen',
  cause: {
    came_with_plan: ({ plan, until }) => `Mit ${plan ?? 'Ihrer Mitgliedschaft'} dazugekommen${usableUntil(until)}`,
    given_by_salon: ({ until }) => `Von Ihrem Salon für Sie hinzugefügt${usableUntil(until)}`,
    brought_over: ({ until }) => `Aus früheren Unterlagen Ihres Salons übernommen${usableUntil(until)}`,
    used: ({ latest, by }) => {
      if (by !== undefined) return `Von ${by} bei einem Termin genutzt`;
      return latest ? 'Bei Ihrem letzten Termin genutzt' : 'Bei einem Termin genutzt';
    },
    given_back: ({ until }) =>
      until === undefined ? 'Ihnen zurückgegeben' : `Ihnen zurückgegeben; nutzbar bis ${until}`,
    expired: ({ until }) => (until === undefined ? 'Abgelaufen' : `Nach dem ${until} abgelaufen`),
    reviewed: () => 'Ihr Salon hat Ihr Guthaben nach Prüfung aktualisiert',
    refunded: () => 'Abgezogen, weil die Zahlung dafür an Sie zurückging',
    payment_reversed: () => 'Abgezogen, weil die Zahlung dafür zurückgebucht wurde',
    on_hold: () => 'Ruht, während eine Zahlung geprüft wird',
    usable_again: ({ until }) => `Wieder nutzbar${until === undefined ? '' : `, bis ${until}`}`,
    rests: () => 'Ruht, solange Ihre Mitgliedschaft pausiert',
    resumed: ({ until }) => `Ihre Pause ist vorbei: wieder nutzbar${until === undefined ? '' : `, bis ${until}`}`,
    held: ({ appointment }) =>
      appointment === undefined ? 'Für einen Termin reserviert' : `Für Ihren Termin am ${appointment} reserviert`,
    released: () => 'Nicht mehr reserviert, wieder nutzbar',
    cancelled_late: ({ appointment }) =>
      appointment === undefined
        ? 'Verbraucht: Ein Termin wurde zu spät abgesagt'
        : `Verbraucht: Ihr Termin am ${appointment} wurde zu spät abgesagt`,
    no_show: ({ appointment }) =>
      appointment === undefined
        ? 'Verbraucht: Sie sind zu einem Termin nicht gekommen'
        : `Verbraucht: Sie sind zu Ihrem Termin am ${appointment} nicht gekommen`,
    passed_on: () => 'Von Ihnen weitergegeben',
    received: ({ until }) => `An Sie weitergegeben${usableUntil(until)}`,
    taken_back: () => 'Von Ihrem Salon zurückgenommen: Die Weitergabe war ein Versehen',
    came_back: () => 'Zurück bei Ihnen: Die Weitergabe war ein Versehen',
    over_cap: () => 'Mehr, als Ihr Tarif aufhebt: Es endete mit dem neuen Zeitraum',
    days_back: ({ until }) =>
      until === undefined ? 'Seit der Zahlung wieder Ihres' : `Seit der Zahlung wieder Ihres; nutzbar bis ${until}`,
    benefit_used: ({ latest, by }) => {
      if (by !== undefined) return `Von ${by} bei einem Termin genutzt`;
      return latest ? 'Bei Ihrem letzten Termin genutzt' : 'Bei einem Termin genutzt';
    },
    use_withdrawn: () => 'War ein Versehen und zählt nicht',
    corrected: ({ until }) =>
      until === undefined
        ? 'Ihr Salon hat einen früheren Eintrag richtiggestellt'
        : `Ihr Salon hat einen früheren Eintrag richtiggestellt; nutzbar bis ${until}`,
  },
};
