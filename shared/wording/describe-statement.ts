import type { MoveView, StatementView } from '../contract/views.ts';
import type { Currency } from '../domain/money.ts';
import { runningAfter } from '../domain/statement-part.ts';
import type { LocalDate } from '../domain/time.ts';
import { creditInWords, type NamedService, serviceNames } from './describe.ts';
import { formatDay, formatPrice } from './format.ts';
import type { Tongue } from './words.ts';

/** What the sentences of a statement are made with. */
export interface StatementContext {
  readonly today: LocalDate;
  readonly currency: Currency;
  readonly services: readonly NamedService[];
  readonly tongue: Tongue;
}

/** A statement of account in words, with the number after each line. Numbers have their sign: “+2”, “−€40”. */
export interface StatementInWords {
  readonly title: string;
  readonly opening: { readonly text: string; readonly left: string } | undefined;
  readonly lines: readonly StatementLine[];
  readonly total: string;
}

export interface StatementLine {
  readonly on: LocalDate;
  readonly day: string;
  readonly text: string;
  /** What for and where: “Facial · Union Square”. */
  readonly detail: string | undefined;
  readonly change: string;
  readonly left: string;
}

/** The number alone, as it stands beside a sentence: “2”, “€40”. */
export const numberInWords = (
  { kind }: Pick<StatementView, 'kind'>,
  units: number,
  { currency, tongue }: Pick<StatementContext, 'currency' | 'tongue'>,
): string =>
  kind === 'visits'
    ? new Intl.NumberFormat(tongue.locale).format(units)
    : formatPrice({ amount: units, currency }, tongue.locale);

/** Each plus and minus of a statement as a sentence, up to the number that is shown (000-012, 001-080). */
export function statementInWords(statement: StatementView, context: StatementContext): StatementInWords {
  const { opening, moves } = statement;
  const { words } = context.tongue;
  const number = (units: number) => numberInWords(statement, units, context);
  const after = runningAfter(statement);
  return {
    title: titleOf(statement, context),
    opening:
      opening.before === undefined || opening.units === 0
        ? undefined
        : {
            text: words.statement.before(dayOf(opening.before, context), number(opening.units)),
            left: number(opening.units),
          },
    lines: moves.map((move, at) => ({
      on: move.on,
      day: dayOf(move.on, context),
      text: causeInWords(move, context),
      detail: detailOf(move, statement, context),
      change: `${move.units < 0 ? '−' : '+'}${number(Math.abs(move.units))}`,
      left: number(after[at] ?? 0),
    })),
    total: statement.balance === 0 ? words.statement.totalOfNone : words.statement.total(whatOf(statement, context)),
  };
}

/** The same as a text to read out or to send: the question, a line for each plus and minus, the number. */
export function statementScript({ title, opening, lines, total }: StatementInWords, { words }: Tongue): string {
  const { told, nothing } = words.statement;
  const happened = [
    ...(opening === undefined ? [] : [`${opening.text}.`]),
    ...lines.map(({ text, detail, ...line }) =>
      told({ ...line, text: detail === undefined ? text : `${text}, ${detail}` }),
    ),
  ];
  return [title, '', ...(happened.length === 0 ? [nothing] : happened), '', `${total}.`].join('\n');
}

const dayOf = (date: LocalDate, { today, tongue }: StatementContext): string => formatDay(date, today, tongue.locale);

const whatOf = ({ kind, serviceIds, balance }: StatementView, { currency, services, tongue }: StatementContext) =>
  creditInWords({ kind, units: balance, serviceIds }, currency, services, tongue);

function titleOf(statement: StatementView, context: StatementContext): string {
  const { statement: words } = context.tongue.words;
  return statement.balance === 0
    ? words.titleOfNone(serviceNames(statement.serviceIds, context.services, context.tongue))
    : words.title(whatOf(statement, context));
}

function causeInWords({ cause, latest, until, forDay, plan, usedBy }: MoveView, context: StatementContext): string {
  const day = (date: LocalDate | undefined) => date && dayOf(date, context);
  return context.tongue.words.statement.cause[cause]({
    latest,
    until: day(until),
    appointment: day(forDay),
    plan,
    by: usedBy,
  });
}

/** Which of several services, and where. */
function detailOf(move: MoveView, { serviceIds }: StatementView, { services, tongue }: StatementContext) {
  const service =
    move.serviceId === undefined || serviceIds.length === 1 ? [] : [serviceNames([move.serviceId], services, tongue)];
  const parts = [...service, ...(move.place === undefined ? [] : [move.place])];
  return parts.length === 0 ? undefined : parts.join(' · ');
}
