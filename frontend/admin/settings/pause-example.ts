import { addDays } from '../../../shared/domain/calendar.ts';
import { billsInside, feeOf, scheduleOf } from '../../../shared/domain/pause-schedule.ts';
import type { PausePolicies } from '../../../shared/domain/pause-terms.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';

/** What a pause of about a month does to somebody who pays monthly and whose next bill is in ten days. */
export interface PauseExample {
  readonly days: number;
  readonly lastDay: LocalDate;
  readonly bill: LocalDate;
  readonly billAfter: LocalDate;
  /** Bills that are never made. */
  readonly leftOut: number;
  /** The last day of what the period includes, without the pause and with it. */
  readonly lastUse: LocalDate;
  readonly lastUseAfter: LocalDate;
  /** Minor units. */
  readonly fee: number;
}

/** Reckoned as the bill will be, so that the example is true. */
export function pauseExample(pauses: PausePolicies, today: LocalDate): PauseExample {
  const { dates, benefits, minDays, maxDays, fee } = pauses;
  const days = Math.max(minDays, Math.min(maxDays, 30));
  const until = addDays(today, days);
  const bill = addDays(today, 10);
  const planned = {
    anchor: { date: bill, interval: { unit: 'month', count: 1 }, index: 1 },
    period: { index: 0, start: today, end: bill },
    lastDay: undefined,
    committedUntil: undefined,
  } as const;
  const pause = { from: today, until, dates, benefits, by: 'member', agreedAt: 0, ...(fee ? { fee } : {}) } as const;
  const lastUse = addDays(bill, -1);
  return {
    days,
    lastDay: addDays(until, -1),
    bill,
    billAfter: scheduleOf({ ...planned, pause })?.period.end ?? bill,
    leftOut: dates === 'keep' ? billsInside(planned, pause) : 0,
    lastUse,
    lastUseAfter: benefits === 'frozen' ? addDays(lastUse, days) : lastUse,
    fee: feeOf(planned, pause),
  };
}
