import { addDays, billDate, daysBetween, periodContaining } from './calendar.ts';
import type { Pause } from './pause-terms.ts';
import type { Anchor, LocalDate, Period } from './time.ts';

/** The dates of a membership that a pause moves. */
export interface Schedule {
  readonly anchor: Anchor;
  readonly period: Period;
  readonly lastDay?: LocalDate;
  readonly committedUntil?: LocalDate;
}
/** The same as a membership holds them. */
type Held = { readonly [Key in keyof Schedule]: Schedule[Key] | undefined } & Pick<Schedule, 'anchor' | 'period'>;
type Planned = Held & { readonly pause?: Pause | undefined };

type Ended = Pause & { readonly until: LocalDate };
const hasEnd = (pause: Pause): pause is Ended => pause.until !== undefined;

/**
 * The dates by which a membership is billed and ends, with its pause in them; undefined while the pause has no end, when
 * nobody can know. A bill before the pause is made as always, so until then the pause changes nothing.
 */
export function scheduleOf(planned: Planned): Schedule | undefined {
  const { pause, period } = planned;
  if (pause === undefined || period.end < pause.from) return asIs(planned);
  if (!hasEnd(pause)) return undefined;
  return pause.dates === 'shift' ? shifted(planned, pause) : kept(planned, pause);
}

const asIs = ({ anchor, period, lastDay, committedUntil }: Held): Schedule => ({
  anchor,
  period,
  ...(lastDay === undefined ? {} : { lastDay }),
  ...(committedUntil === undefined ? {} : { committedUntil }),
});

/**
 * Everything moves by the days of the pause, and the bill day becomes that of the next bill (rule P1). So does the end
 * of a fixed term, whose last period would otherwise be paid for and cut.
 */
function shifted({ anchor, period, lastDay, committedUntil }: Held, pause: Ended): Schedule {
  const days = daysBetween(pause.from, pause.until);
  const move = (date: LocalDate | undefined) => (date === undefined ? undefined : addDays(date, days));
  const end = addDays(period.end, days);
  return asIs({
    anchor: { date: end, interval: anchor.interval, index: period.index + 1, first: anchor.first ?? anchor.date },
    period: { ...period, end },
    lastDay: move(lastDay),
    committedUntil: pause.extendsCommitment ? move(committedUntil) : committedUntil,
  });
}

/** The bills inside are skipped and the bill day stays; the next is the first one on or after the end (rule P2). */
function kept(planned: Held, pause: Ended): Schedule {
  const { anchor, lastDay, committedUntil } = planned;
  const skipped = billsInside(planned, pause);
  if (skipped === 0) return asIs(planned);
  const last = periodContaining(anchor, addDays(pause.until, -1));
  const move = (date: LocalDate | undefined) =>
    date === undefined || !pause.extendsCommitment ? date : laterBy(anchor, date, skipped);
  return asIs({
    anchor,
    period: last,
    lastDay: move(lastDay),
    committedUntil: move(committedUntil),
  });
}

/** The last day of a number of periods, so many periods later. */
function laterBy(anchor: Anchor, lastDay: LocalDate, periods: number): LocalDate {
  const { index } = periodContaining(anchor, addDays(lastDay, 1));
  return addDays(billDate(anchor, index + periods), -1);
}

/** How many bills of the unchanged schedule fall into a pause. */
export function billsInside(
  { anchor, period }: Pick<Schedule, 'anchor' | 'period'>,
  { from, until }: Pick<Ended, 'from' | 'until'>,
): number {
  const lastDay = addDays(until, -1);
  if (lastDay < from || lastDay < period.end) return 0;
  return periodContaining(anchor, lastDay).index - period.index;
}

/** What a pause costs, in minor units. */
export function feeOf(planned: Pick<Schedule, 'anchor' | 'period'>, pause: Ended): number {
  if (pause.fee === undefined || pause.until <= pause.from) return 0;
  const { amount, per } = pause.fee;
  return per === 'pause' ? amount : amount * Math.max(1, billsInside(planned, pause));
}

/** The last day of its term: while a pause without an end moves it, there is none yet. */
export function endOfTerm(planned: Planned): LocalDate | undefined {
  const schedule = scheduleOf(planned);
  if (schedule !== undefined) return schedule.lastDay;
  return planned.pause?.dates === 'shift' || planned.pause?.extendsCommitment ? undefined : planned.lastDay;
}
