import type { Interval } from '../../domain/time.ts';
import { numberWord } from '../format.ts';
import type { PlanWords } from '../plan-words.ts';

const plural = { week: 'Wochen', month: 'Monate', year: 'Jahre' } as const;
const every = { week: 'jede Woche', month: 'jeden Monat', year: 'jedes Jahr' } as const;
const per = { week: 'pro Woche', month: 'im Monat', year: 'im Jahr' } as const;
const one = { week: 'eine Woche', month: 'einen Monat', year: 'ein Jahr' } as const;

const introOne = { week: 'In der ersten Woche', month: 'Im ersten Monat', year: 'Im ersten Jahr' } as const;

const length = ({ unit, count }: Interval): string =>
  count === 1 ? one[unit] : `${numberWord(count, 'de')} ${plural[unit]}`;
const each = (interval: Interval): string => (interval.count === 1 ? every[interval.unit] : `alle ${length(interval)}`);
const oneMore = { week: 'eine weitere Woche', month: 'einen weiteren Monat', year: 'ein weiteres Jahr' } as const;
const more = ({ unit, count }: Interval): string =>
  count === 1 ? oneMore[unit] : `${numberWord(count, 'de')} weitere ${plural[unit]}`;

const cancelOnline =
  'Kündigen können Sie jederzeit online, unter „Ihr Tarif“: Die Mitgliedschaft endet dann mit dem, was bezahlt ist.';

export const plans: PlanWords = {
  pricePer: (price, interval) => `${price} ${interval.count === 1 ? per[interval.unit] : each(interval)}`,
  each,
  included: (what, interval) => `${what} ${each(interval)}`,
  withTax: {
    exclusive: (price, tax) => `${price} zzgl. ${tax}`,
    inclusive: (price, tax) => `${price} inkl. ${tax}`,
  },
  youPayTaxed: {
    exclusive: (gross, interval, price, tax) =>
      `Sie zahlen ${each(interval)} ${gross}: ${price} zuzüglich Steuer (${tax}).`,
    inclusive: (gross, interval, _, tax) => `Sie zahlen ${each(interval)} ${gross}, Steuer inbegriffen (${tax}).`,
  },
  youPay: (price, interval) => `Sie zahlen ${each(interval)} ${price}.`,
  renews: (interval) => `Die Mitgliedschaft verlängert sich ${each(interval)}, bis Sie oder der Salon sie beenden.`,
  fixedTerm: (term) => `Die Mitgliedschaft läuft ${length(term)} und endet dann von selbst. Sie müssen nichts tun.`,
  expiry: ({ unit, count }) =>
    `Was für ${count === 1 ? one[unit] : 'einen Zeitraum'} enthalten ist, können Sie bis zum Tag vor Beginn des nächsten Zeitraums nutzen. Was dann übrig ist, verfällt; bei jeder Leistung steht ihr letzter Tag.`,
  expiryOfOthers: ({ unit, count }) =>
    `Was sonst für ${count === 1 ? one[unit] : 'einen Zeitraum'} enthalten ist, können Sie bis zum Tag vor Beginn des nächsten Zeitraums nutzen.`,
  kept: ({ what, isMoney, longer, share, most, interval }) => {
    const subject = isMoney ? `Nicht ausgegebenes Geld für ${what} bleibt` : `Nicht genutzte ${what} bleiben`;
    const used = isMoney ? 'bis Sie es ausgeben' : 'bis Sie sie nutzen';
    const limits = [
      ...(share === undefined ? [] : [`bis zu ${share} ${interval.count === 1 ? per[interval.unit] : 'je Zeitraum'}`]),
      ...(most === undefined ? [] : [`höchstens ${most} insgesamt`]),
    ].join(', ');
    const until = longer === undefined ? `, ${used}` : ` ${more(longer)}`;
    const kept =
      longer === undefined
        ? `${subject} Ihnen erhalten${until}${limits === '' ? '' : `: ${limits}`}.`
        : `${subject} Ihnen${until} erhalten${limits === '' ? '' : `, ${limits}`}.`;
    return most === undefined
      ? kept
      : `${kept} Würde es mit ${isMoney ? 'neuem' : 'neuen'} mehr, verfällt zuerst, was zuerst abläuft.`;
  },
  order: 'Haben Sie mehrere Leistungen für dieselbe Behandlung, wird zuerst die genutzt, die zuerst abläuft.',
  end: {
    salon: 'Zum Beenden wenden Sie sich bitte an den Salon.',
    online: cancelOnline,
    either: 'Wer online Mitglied wird, kann auch jederzeit online kündigen; sonst erledigt das der Salon.',
  },
  change: {
    salon: 'Für einen anderen Tarif wenden Sie sich bitte an den Salon.',
    online: 'Einen anderen Tarif können Sie online unter „Ihr Tarif“ wählen.',
  },
  cancelOnline,
  enrolmentFee: (amount) => `Zur ersten Zahlung kommt einmalig eine Aufnahmegebühr von ${amount} hinzu.`,
  intro: (price, first, then) =>
    `${first.count === 1 ? introOne[first.unit] : `Die ersten ${length(first)}`} zahlen Sie ${price}, danach ${then}.`,
  trial: (days, free) =>
    `${days === 1 ? 'Der erste Tag ist' : `Die ersten ${numberWord(days, 'de')} Tage sind`} zur Probe, mit allen Leistungen. Danach kommt die erste Rechnung${free ? '; kündigen Sie vorher, wird nichts abgebucht' : ''}.`,
  freeDays: (days) =>
    days === 1 ? 'Der erste Tag ist kostenlos' : `Die ersten ${numberWord(days, 'de')} Tage sind kostenlos`,
  commitment: (term) =>
    `Sie werden für mindestens ${length(term)} Mitglied. Kündigen Sie früher, endet die Mitgliedschaft danach.`,
};
