import type { Interval } from '../../domain/time.ts';
import { formatList, numberWord } from '../format.ts';
import type { TermsWords } from '../terms-words.ts';

const days = (count: number): string => (count === 1 ? 'einen Tag' : `${numberWord(count, 'de')} Tage`);
const afterDays = (count: number): string => (count === 1 ? 'einem Tag' : `${numberWord(count, 'de')} Tagen`);
const payments = (count: number): string => (count === 1 ? 'eine Zahlung' : `${numberWord(count, 'de')} Zahlungen`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** “20 und 5 Tage”. */
const eachOf = (counts: readonly number[]): string =>
  `${formatList(counts.map(String), 'de', 'conjunction')} ${counts.at(-1) === 1 ? 'Tag' : 'Tage'}`;

const people = (count: number): string =>
  count === 1 ? 'einer weiteren Person' : `${numberWord(count, 'de')} weiteren Personen`;
const visits = (count: number): string => (count === 1 ? 'einen Besuch' : `${numberWord(count, 'de')} Besuche`);
const pers = { week: 'pro Woche', month: 'im Monat', year: 'im Jahr' } as const;
const per = ({ unit, count }: Interval): string => (count === 1 ? pers[unit] : 'je Zeitraum');

export const terms: TermsWords = {
  heading: {
    price: 'Was Sie zahlen',
    benefits: 'Was Sie nutzen können und bis wann',
    others: 'Gemeinsam mit anderen',
    pause: 'Wenn Sie eine Pause brauchen',
    ending: 'Wie es weitergeht und endet',
    unpaid: 'Wenn eine Zahlung ausbleibt',
    refunds: 'Geld zurück',
  },
  all: 'Alle Regeln in einfachen Worten',
  term: (groups, count, total, lastOn) => {
    const last = lastOn === undefined ? '' : `, die letzte am ${lastOn}`;
    const [only, ...others] = groups;
    if (only !== undefined && others.length === 0) {
      return count === 1
        ? `Eine einzige Zahlung von ${total}.`
        : `${capital(payments(count))} von ${only.amount}, zusammen ${total}${last}.`;
    }
    const said = groups.map(({ count: each, amount }, place) =>
      place === 0 ? `${payments(each)} von ${amount}` : `${each === 1 ? 'eine' : numberWord(each, 'de')} von ${amount}`,
    );
    return `${capital(said.join(', dann '))}: ${payments(count)}, zusammen ${total}${last}.`;
  },
  announced: {
    long_period: (before) => `Jede Rechnung kündigen wir per E-Mail an, ${eachOf(before)} vorher.`,
    after_trial: (before) =>
      `Die erste Rechnung nach der Probezeit kündigen wir per E-Mail an, ${eachOf(before)} vorher.`,
    other_price: (before) =>
      `Die erste Rechnung zum späteren Preis kündigen wir per E-Mail an, ${eachOf(before)} vorher.`,
  },
  undoCancellation: 'Eine Kündigung lässt sich zurücknehmen, bis die Mitgliedschaft beendet ist.',
  declined: (after) =>
    after.length === 0
      ? 'Genehmigt Ihre Bank eine Zahlung nicht, sagen wir es Ihnen sofort. Zahlen oder die Karte ändern können Sie jederzeit.'
      : `Genehmigt Ihre Bank eine Zahlung nicht, sagen wir es Ihnen sofort und versuchen es ${eachOf(after)} nach dem Rechnungstag noch einmal, außer die Bank sagt, dass die Karte nicht mehr gilt. Zahlen oder die Karte ändern können Sie jederzeit.`,
  unpaidAtDesk: (usable) =>
    `Wird eine Rechnung im Salon nicht bezahlt, können Sie ${usable === 0 ? 'am Rechnungstag selbst' : `noch ${days(usable)} nach dem Rechnungstag`} nutzen, was Sie noch haben. Danach ruht es, bis bezahlt ist.`,
  usableWhileUnpaid: (usable) =>
    `Neue Leistungen kommen mit der Zahlung. Was Sie noch haben, können Sie ${usable === 0 ? 'am Rechnungstag' : `bis ${days(usable)} nach dem Rechnungstag`} nutzen; danach ruht es, bis bezahlt ist.`,
  noSecondBill:
    'Solange eine Rechnung offen ist, kommt keine weitere. Ganze Zeiträume, die dabei vergehen, werden nicht berechnet.',
  endsUnpaid: (after) =>
    `Ist nach ${afterDays(after)} noch nichts bezahlt, endet die Mitgliedschaft, und die Rechnung ist nicht mehr fällig.`,
  cancellingVoids:
    'Kündigen Sie, während eine Rechnung offen ist, endet die Mitgliedschaft sofort, und die Rechnung ist nicht mehr fällig.',
  givenBack: {
    ranOut: (most) =>
      `Was seinen letzten Tag erreicht, während es ruht, können Sie nach der Zahlung um ebenso viele Tage länger nutzen, höchstens ${most}.`,
    all: (most) =>
      `Nach der Zahlung verschiebt sich jeder letzte Tag um die Tage, die es geruht hat, höchstens um ${most}.`,
  },
  sharing: ({ people: most, unitsPerPeriod }, interval) =>
    `Die Besuche können Sie mit bis zu ${people(most)} teilen${unitsPerPeriod === undefined ? '' : `, je bis zu ${visits(unitsPerPeriod)} ${per(interval)}`}. Eintragen kann sie der Salon, beenden können Sie es jederzeit.`,
  passingOn: (units, interval, hours) =>
    `Bis zu ${visits(units)} ${per(interval)} können Sie an jemanden weitergeben, der auch Gast des Salons ist. Der letzte Tag bleibt, und innerhalb von ${hours} Stunden lässt es sich zurücknehmen, solange nichts davon genutzt ist.`,
  pause: ({ byMember, minDays, maxDays, perYear }) => {
    const long = minDays === maxDays ? days(minDays) : `${numberWord(minDays, 'de')} bis ${days(maxDays)}`;
    const often = `höchstens ${perYear === 1 ? 'einmal' : `${numberWord(perYear, 'de')}mal`} in zwölf Monaten`;
    return byMember
      ? `Pausieren können Sie online, ${long} am Stück und ${often}.`
      : `Der Salon kann die Mitgliedschaft für Sie pausieren, ${long} am Stück und ${often}.`;
  },
  pauseDates: {
    shift: 'Während einer Pause wird nichts berechnet, und die nächste Rechnung kommt um ebenso viele Tage später.',
    keep: 'Während einer Pause wird nichts berechnet: Rechnungen, die hineinfallen, entfallen mitsamt dem, was sie gebracht hätten. Die Rechnungstage danach bleiben.',
  },
  pauseBenefits: {
    frozen:
      'Was Sie haben, ruht in der Pause, und was einen letzten Tag hat, können Sie um ebenso viele Tage länger nutzen.',
    usable: 'Was bezahlt ist, können Sie auch in der Pause nutzen; letzte Tage bleiben.',
  },
  pauseFee: {
    pause: (amount) => `Eine Pause kostet ${amount}; das kommt zur nächsten Rechnung.`,
    period: (amount) =>
      `Eine Pause kostet ${amount} für jede Rechnung, die hineinfällt, mindestens aber einmal; das kommt zur nächsten Rechnung.`,
  },
  lengthensAgreed: {
    yes: 'Die Zeit, für die Sie mindestens Mitglied werden, verlängert sich durch eine Pause.',
    no: 'Die Zeit, für die Sie mindestens Mitglied werden, läuft in einer Pause weiter.',
  },
  lengthensTerm: {
    yes: 'Das Ende der Mitgliedschaft verschiebt sich durch eine Pause.',
    no: 'Das Ende der Mitgliedschaft bleibt, auch mit Pausen.',
  },
  afterCancel: (rule) => {
    switch (rule.kind) {
      case 'keep_until_expiry':
        return 'Auch wenn Sie gekündigt haben, können Sie nutzen, was übrig ist, bis zu seinem letzten Tag.';
      case 'until_period_end':
        return 'Wenn Sie gekündigt haben, können Sie nutzen, was übrig ist, bis der bezahlte Zeitraum endet; dann verfällt es.';
      case 'grace_days':
        return `Wenn Sie gekündigt haben, können Sie nach dem letzten Tag der Mitgliedschaft noch ${days(rule.days)} lang nutzen, was übrig ist; dann verfällt es.`;
      case 'refund_unused':
        return 'Endet eine Mitgliedschaft, die Sie gekündigt haben, wird zurückgezahlt, was mit einer Zahlung kam und nicht genutzt ist.';
      default:
        return rule satisfies never;
    }
  },
  restored: (least) =>
    `Nimmt der Salon einen Besuch zurück, der für Sie eingetragen war, gehört er wieder Ihnen, mindestens ${days(least)} lang.`,
  refund: 'Zahlt der Salon eine Zahlung zurück, geht damit auch, was mit ihr kam und nicht genutzt ist.',
  refundUsed:
    'Was Sie genutzt haben, zählt zum Preis der einzelnen Behandlung. Sie bekommen nie mehr zurück, als Sie gezahlt haben.',
};
