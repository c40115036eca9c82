import type { Interval } from '../../domain/time.ts';
import type { BenefitWords } from '../benefit-words.ts';
import { numberWord } from '../format.ts';

const plural = new Intl.PluralRules('de');
const isOne = (units: number): boolean => plural.select(units) === 'one';
const all = (units: number): string => (units === 2 ? 'beide' : `alle ${numberWord(units, 'de')}`);

const thisPeriod = { week: 'diese Woche', month: 'diesen Monat', year: 'dieses Jahr' } as const;

function inPeriod(period: Interval | undefined): string {
  if (period === undefined) return '';
  return ` ${period.count === 1 ? thisPeriod[period.unit] : 'in diesem Zeitraum'}`;
}

export const benefits: BenefitWords = {
  // “einmal Haarschnitt”: the gender of a service’s name is not known, and people say it like this.
  visits: ({ units, visit, visits }) => (isOne(units) ? `einmal ${visit}` : `${numberWord(units, 'de')} ${visits}`),
  anyVisit: { visit: 'Besuch', visits: 'Besuche' },
  // Not “noch einmal Haarschnitt”, which would be another one.
  remaining: (what, units, period) =>
    isOne(units) ? `Noch frei${inPeriod(period)}: ${what}` : `Sie haben${inPeriod(period)} noch ${what} frei`,
  noneRemaining: (services, period) => `Für ${services} ist${inPeriod(period)} nichts mehr frei`,
  stillAvailable: (units) =>
    isOne(units)
      ? 'Sie haben noch einen enthaltenen Besuch frei'
      : `Sie haben noch ${numberWord(units, 'de')} enthaltene Besuche frei`,
  visitsUsed: ({ units, visit, visits }, nextOn) => {
    const used = isOne(units)
      ? `Einmal ${visit} haben Sie schon genutzt.`
      : `Sie haben ${all(units)} ${visits} genutzt.`;
    if (nextOn === undefined) return used;
    return isOne(units)
      ? `${used} Am ${nextOn} kommt neu dazu: einmal ${visit}.`
      : `${used} Am ${nextOn} kommen ${numberWord(units, 'de')} neue dazu.`;
  },
  amountSpent: (amount, services, nextOn) =>
    `Sie haben die ${amount} für ${services} ausgegeben.${nextOn === undefined ? '' : ` Am ${nextOn} kommen wieder ${amount} dazu.`}`,
  spendOn: (amount, services) => `${amount} für ${services}`,
  spentOn: (amount, services) => `${amount} für ${services}`,
  forServices: (services) => `für ${services}`,
  lastDay: (day) => `Nutzbar bis ${day}`,
  noExpiry: 'Ohne Ablaufdatum',
  expiresSoon: 'Läuft bald ab',
  expiresOn: (what, _units, day) => `Nur noch bis ${day}: ${what}`,
  useBeforeShownDate: 'Nutzen Sie diese Leistung vor dem angegebenen Tag',
  dayShownCounts: 'Der genannte Tag zählt noch mit.',
  fromSalon: 'Von Ihrem Salon für Sie hinzugefügt',
  discount: (percent, services) => `${percent} Nachlass auf ${services ?? 'alles'}`,
  unlimited: (services) => `${services}, so oft Sie möchten`,
  resting: 'Diese Leistungen können Sie heute nicht nutzen.',
  always: 'Immer enthalten',
  more: (what) => `${what} mehr`,
  less: (what) => `${what} weniger`,
  formerService: 'eine frühere Behandlung',
};
