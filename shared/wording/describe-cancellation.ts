import type { CancellationView, EndingCreditView, UndoView } from '../contract/cancellation-views.ts';
import type { PauseDays } from '../contract/pause-views.ts';
import type { Currency, Money } from '../domain/money.ts';
import { isCounted, type PlanTerms } from '../domain/plan.ts';
import type { LocalDate } from '../domain/time.ts';
import type { CancellationFactWords } from './cancellation-words.ts';
import { benefitInWords, capital, creditInWords, type NamedService } from './describe.ts';
import { formatDate, formatDay, formatMoney } from './format.ts';
import type { Tongue } from './words.ts';

/** What is needed to say what a cancellation does. */
export interface CancellationScene {
  readonly plan: Pick<PlanTerms, 'name' | 'benefits'>;
  readonly services: readonly NamedService[];
  /** The business’s. */
  readonly currency: Currency;
  readonly today: LocalDate;
  /** For a mail that people keep: every day has its year. */
  readonly isKept?: true;
}

export interface CancellationRow {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
}

/** What a cancellation does, for a table and a list. */
export interface CancellationInWords {
  readonly rows: readonly CancellationRow[];
  readonly left: { readonly heading: string; readonly lines: readonly string[] };
}

/** More bills than these are told together. */
const mostBills = 3;

/**
 * What a cancellation does, or has done, the same wherever it is told: until when, what was and is still paid, what is paid
 * back, and what becomes of everything that is left (000-050, rules K1, K2, K6).
 */
export function cancellationInWords(
  view: CancellationView,
  scene: CancellationScene,
  tongue: Tongue,
): CancellationInWords {
  const { facts } = tongue.words.cancellation;
  const day = (date: LocalDate) =>
    scene.isKept ? formatDate(date, tongue.locale) : formatDay(date, scene.today, tongue.locale);
  const money = (amount: Money) => formatMoney(amount, tongue.locale);
  const { lastCharge, voids, refunds, atOnce, dropsPause, endsPause } = view;
  return {
    rows: [
      { label: scene.plan.name, value: endInWords(view, scene.today, facts, day) },
      ...(lastCharge ? [{ label: facts.lastCharge, value: money(lastCharge.amount), detail: day(lastCharge.on) }] : []),
      ...billsInWords(view.bills, facts, day, money),
      ...(dropsPause
        ? [{ label: facts.plannedPause, value: facts.pauseIsOff, detail: pauseInWords(dropsPause, tongue, day) }]
        : []),
      ...(endsPause ? [{ label: facts.pause, value: facts.pauseEnds }] : []),
      ...(voids ? [{ label: facts.openPayment, value: money(voids), detail: facts.noLongerDue }] : []),
      ...refunds.map(({ amount, to }) => ({
        label: atOnce ? facts.paidBack : facts.paidBackAtEnd,
        value: money(amount),
        detail: atOnce ? facts.paidBackTo[to] : facts.ofUnused(facts.paidBackTo[to]),
      })),
    ],
    left: { heading: facts.left, lines: leftInWords(view, scene, tongue, day) },
  };
}

/** That it is taken back, with the pause that the membership has now. */
export function undoneInWords(
  pause: PauseDays | undefined,
  tongue: Pick<Tongue, 'words'>,
  day: (date: LocalDate) => string,
): string {
  const { cancellation } = tongue.words;
  return pause === undefined ? cancellation.undone : cancellation.undoneWithPause(pauseInWords(pause, tongue, day));
}

/** The days of a pause, as everything about a cancellation says them. */
export const pauseInWords = (
  { from, lastDay }: PauseDays,
  { words: { cancellation } }: Pick<Tongue, 'words'>,
  day: (date: LocalDate) => string,
): string => cancellation.facts.pauseDays(day(from), lastDay && day(lastDay));

/** What taking a cancellation back does to the pause that it has put off; undefined when there is none. */
export function undoPauseInWords(
  { pause }: UndoView,
  tongue: Pick<Tongue, 'words'>,
  day: (date: LocalDate) => string,
): string | undefined {
  if (pause === undefined) return undefined;
  const days = pauseInWords(pause, tongue, day);
  const { undoPause } = tongue.words.cancellation;
  if (!pause.comesBack) return undoPause.staysOff(days);
  return undoPause.comesBack(days, pause.comesBackUntil && day(pause.comesBackUntil));
}

function endInWords(
  { atOnce, decided, lastDay }: CancellationView,
  today: LocalDate,
  facts: CancellationFactWords,
  day: (date: LocalDate) => string,
): string {
  if (lastDay === undefined) return facts.neverBegins;
  if (!atOnce) return facts.untilIncluding(day(lastDay));
  if (!decided) return facts.endsAtOnce;
  return lastDay < today ? facts.endedOn(day(lastDay)) : facts.hasEnded;
}

function billsInWords(
  bills: CancellationView['bills'],
  facts: CancellationFactWords,
  day: (date: LocalDate) => string,
  money: (amount: Money) => string,
): CancellationRow[] {
  const [first] = bills;
  const last = bills.at(-1);
  if (first === undefined || last === undefined) return [{ label: facts.stillToPay, value: facts.nothingMore }];
  if (bills.length <= mostBills) {
    return bills.map(({ on, amount }) => ({ label: facts.stillToPayOn(day(on)), value: money(amount) }));
  }
  const total = bills.reduce((sum, { amount }) => sum + amount.amount, 0);
  return [
    {
      label: facts.stillToPay,
      value: money({ ...first.amount, amount: total }),
      detail: facts.bills(bills.length, day(first.on), day(last.on)),
    },
  ];
}

function leftInWords(
  { credits, lastDay, atOnce, decided, restsUntil }: CancellationView,
  { plan, services, currency }: CancellationScene,
  tongue: Tongue,
  day: (date: LocalDate) => string,
): string[] {
  const { facts } = tongue.words.cancellation;
  const counted = together(credits).map(
    (credit) =>
      `${capital(creditInWords(credit, currency, services, tongue))} · ${fateInWords(credit, restsUntil, facts, day)}`,
  );
  // What has no number ends with the membership itself.
  const atOnceEnds = decided ? facts.hasEnded : facts.endsAtOnce;
  const ends = atOnce || lastDay === undefined ? atOnceEnds : usableInWords(lastDay, restsUntil, facts, day);
  const always =
    lastDay === undefined
      ? []
      : plan.benefits
          .filter((benefit) => !isCounted(benefit))
          .map((benefit) => `${capital(benefitInWords(benefit, services, tongue))} · ${ends}`);
  const lines = [...counted, ...always];
  return lines.length === 0 ? [facts.nothingLeft] : lines;
}

/** Credits for the same services that have the same fate, as one. */
function together(credits: readonly EndingCreditView[]): EndingCreditView[] {
  const parts = new Map<string, EndingCreditView>();
  for (const credit of credits) {
    const { kind, serviceIds, fate, rests, units } = credit;
    const key = JSON.stringify([kind, [...serviceIds].sort(), fate, rests]);
    parts.set(key, { ...credit, units: units + (parts.get(key)?.units ?? 0) });
  }
  return [...parts.values()];
}

function fateInWords(
  { fate, rests }: EndingCreditView,
  restsUntil: LocalDate | undefined,
  facts: CancellationFactWords,
  day: (date: LocalDate) => string,
): string {
  switch (fate.kind) {
    case 'usable':
      return usableInWords(fate.until, rests ? restsUntil : undefined, facts, day);
    case 'refunded':
      return facts.refunded;
    case 'lost':
      return facts.lapses;
    default:
      return fate satisfies never;
  }
}

/** Until when it can be used, and that it rests before, while a pause runs (rule P3). */
function usableInWords(
  until: LocalDate | undefined,
  restsUntil: LocalDate | undefined,
  facts: CancellationFactWords,
  day: (date: LocalDate) => string,
): string {
  if (until !== undefined && restsUntil !== undefined && until <= restsUntil) return facts.restsToTheEnd;
  const usable = until === undefined ? facts.usableAlways : facts.usable(facts.untilIncluding(day(until)));
  return restsUntil === undefined ? usable : facts.rests(facts.untilIncluding(day(restsUntil)), usable);
}
