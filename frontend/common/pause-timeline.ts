import type { MembershipView } from '../../shared/contract/views.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { dayCount, formatDay, formatMoney } from '../../shared/wording/format.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import { daysOf, laterBy } from './pause-length.ts';

type Paused = Pick<MembershipView, 'pause' | 'upcoming' | 'nextBill' | 'period'>;

/** A stretch of days of the picture: as now, paused, or going on until the next bill. */
export interface TimelinePart {
  readonly kind: 'as_now' | 'pause' | 'after';
  /** How wide it is; a pause without an end is as wide as a month. */
  readonly days: number;
}
/** What happens on a day, in words. */
export interface TimelineMark {
  readonly kind: TimelinePart['kind'] | 'bill';
  readonly text: string;
}

/** A pause as a picture and as sentences: until when all is as now, the pause, and the next charge with its amount. */
export function pauseTimeline(
  { pause, upcoming, nextBill }: Paused,
  today: LocalDate,
  tongue: Tongue,
): { readonly parts: readonly TimelinePart[]; readonly marks: readonly TimelineMark[] } {
  if (pause === undefined) return { parts: [], marks: [] };
  const { timeline } = tongue.words.pauses;
  const day = (date: LocalDate) => formatDay(date, today, tongue.locale);
  const { from, lastDay } = pause;
  const before = dayCount(today, from);
  const goesOn = lastDay === undefined ? undefined : laterBy(lastDay, 0, 1);
  const bill = upcoming && { on: upcoming.on, amount: formatMoney(upcoming.amount, tongue.locale) };
  const after = goesOn === undefined || bill === undefined ? 0 : dayCount(goesOn, bill.on);
  const parts: TimelinePart[] = [
    { kind: 'as_now', days: before },
    { kind: 'pause', days: lastDay === undefined ? 30 : daysOf(from, lastDay) },
    { kind: 'after', days: after },
  ];
  const marks: (TimelineMark | undefined)[] = [
    before > 0 ? { kind: 'as_now', text: timeline.asNow(day(laterBy(from, 0, -1))) } : undefined,
    {
      kind: 'pause',
      text:
        lastDay === undefined
          ? timeline.pauseOpen(day(from))
          : timeline.pause(day(from), day(lastDay), daysOf(from, lastDay)),
    },
    goesOn !== undefined && goesOn !== bill?.on ? { kind: 'after', text: timeline.goesOn(day(goesOn)) } : undefined,
    bill !== undefined && lastDay !== undefined
      ? {
          kind: 'bill',
          text: (bill.on === goesOn ? timeline.goesOnWithBill : timeline.bill)(day(bill.on), bill.amount),
        }
      : undefined,
    lastDay === undefined ? { kind: 'bill', text: timeline.billOpen } : undefined,
    nextBill.kind === 'ends_on' ? { kind: 'bill', text: timeline.ends(day(nextBill.lastDay)) } : undefined,
  ];
  return {
    parts: parts.filter(({ days }) => days > 0),
    marks: marks.filter((mark) => mark !== undefined),
  };
}
