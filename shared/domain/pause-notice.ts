import { addDays, daysBetween, localDateOf } from './calendar.ts';
import type { Membership } from './membership.ts';
import { messagesFromHour } from './quiet-hours.ts';
import type { Instant, LocalDate } from './time.ts';
import { instantOf } from './wall-time.ts';

/**
 * Something to say about a pause while it lasts. `pause_ends` tells the member what is charged after it (rule P7); its
 * `day` is the first one after the pause. `pause_review` asks staff about one without an end (rule P5), on its `day`.
 */
export interface PauseNotice {
  readonly id: string;
  readonly kind: 'pause_ends' | 'pause_review';
  readonly at: Instant;
  readonly day: LocalDate;
}

/** Days before the first day after a pause. */
const reminderDays = 7;
/** Days after which staff look at a pause without an end, again and again. */
const reviewDays = 30;

const noticeOn = (kind: PauseNotice['kind'], on: LocalDate, day: LocalDate, timeZone: string): PauseNotice => ({
  id: `${kind}.${day}`,
  kind,
  at: instantOf(on, messagesFromHour * 60, timeZone),
  day,
});

/** The next thing to say about the pause; undefined when all of it is said, as on the day on which it was agreed. */
export function nextPauseNotice(
  membership: Pick<Membership, 'pause' | 'noticesSent'>,
  timeZone: string,
  today: LocalDate,
): PauseNotice | undefined {
  const { pause, noticesSent = [] } = membership;
  if (pause === undefined) return undefined;
  const { from, until, agreedAt } = pause;
  const notice = until === undefined ? review(from, today, noticesSent, timeZone) : ending(from, until, timeZone);
  const isNews = localDateOf(notice.at, timeZone) > localDateOf(agreedAt, timeZone);
  const isOver = until !== undefined && until <= today;
  return isNews && !isOver && !noticesSent.includes(notice.id) ? notice : undefined;
}

function ending(from: LocalDate, until: LocalDate, timeZone: string): PauseNotice {
  const on = addDays(until, -reminderDays);
  return noticeOn('pause_ends', on > from ? on : from, until, timeZone);
}

/** The review whose day went by last, or else the next: after an outage nobody is asked twice. */
function review(from: LocalDate, today: LocalDate, sent: readonly string[], timeZone: string): PauseNotice {
  const passed = Math.max(1, Math.floor(daysBetween(from, today) / reviewDays));
  const on = (turn: number) => addDays(from, turn * reviewDays);
  const isSent = sent.includes(`pause_review.${on(passed)}`);
  const day = on(isSent ? passed + 1 : passed);
  return noticeOn('pause_review', day, day, timeZone);
}
