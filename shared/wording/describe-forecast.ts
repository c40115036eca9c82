import type { CreditKind } from '../domain/credit-account.ts';
import type { LossCause } from '../domain/loss-forecast.ts';
import type { Currency } from '../domain/money.ts';
import type { LocalDate } from '../domain/time.ts';
import { capital, creditInWords, type NamedService } from './describe.ts';
import { dayCount, formatList } from './format.ts';
import type { Tongue } from './words.ts';

/** A number of the same credits. */
interface Credits {
  readonly kind: CreditKind;
  readonly serviceIds: readonly string[];
  readonly units: number;
}

/** Credits that go after a day if nothing is used, and why. */
interface Lost extends Credits {
  readonly lastDay: LocalDate;
  readonly cause: LossCause;
}

/** What words about credits need to know. */
export interface ForecastContext {
  readonly currency: Currency;
  readonly services: readonly NamedService[];
  readonly tongue: Tongue;
}

/** Everything that goes after one day for one reason, in words. */
export interface SaidLoss {
  readonly lastDay: LocalDate;
  /** “One haircut visit and two massage visits”. */
  readonly what: string;
  /** Why, if the last day does not say so. */
  readonly why: string | undefined;
}

export function lossesInWords(losses: readonly Lost[], context: ForecastContext): SaidLoss[] {
  const { forecast } = context.tongue.words;
  const isFirst = (loss: Lost, place: number) => losses.findIndex((other) => isTogether(loss, other)) === place;
  return losses.filter(isFirst).map((loss) => {
    const { lastDay, cause } = loss;
    const parts = losses.filter((other) => isTogether(loss, other));
    const why = cause === 'last_day' ? undefined : forecast.cause[cause];
    return { lastDay, what: capital(listed(parts, context)), why };
  });
}

/** Days that a whole line stands for at least: what is near looks near, also alone. */
const shortestLine = 60;

/** How much of the line from today to the farthest last day a last day takes: 0 to 1. */
export function shareOfLine(
  losses: readonly Pick<Lost, 'lastDay'>[],
  today: LocalDate,
): (lastDay: LocalDate) => number {
  const whole = Math.max(shortestLine, ...losses.map(({ lastDay }) => dayCount(today, lastDay)));
  return (lastDay) => dayCount(today, lastDay) / whole;
}

const isTogether = (one: Lost, other: Lost): boolean => one.lastDay === other.lastDay && one.cause === other.cause;

/** What stays, as one sentence; none where nothing does. */
export const lastingInWords = (lasting: readonly Credits[], context: ForecastContext): string[] =>
  lasting.length === 0 ? [] : [context.tongue.words.forecast.lasting(listed(lasting, context))];

const listed = (credits: readonly Credits[], { currency, services, tongue }: ForecastContext): string =>
  formatList(
    credits.map((credit) => creditInWords(credit, currency, services, tongue)),
    tongue.locale,
    'conjunction',
  );
