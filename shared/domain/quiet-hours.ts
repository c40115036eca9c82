import { addDays } from './calendar.ts';
import type { Instant } from './time.ts';
import { instantOf, wallTimeOf } from './wall-time.ts';

/** Members get messages from this local hour on … */
export const messagesFromHour = 9;
/** … and before this one (section 19; well inside the hours that D2 and M5 allow). */
export const messagesUntilHour = 20;

/** When a message caused at an instant may leave: at once inside the local message hours, else at the next 09:00. */
export function messageInstant(at: Instant, timeZone: string): Instant {
  const { date, second } = wallTimeOf(at, timeZone);
  if (second >= messagesFromHour * 3600 && second < messagesUntilHour * 3600) return at;
  const morning = instantOf(date, messagesFromHour * 60, timeZone);
  const next = morning > at ? morning : instantOf(addDays(date, 1), messagesFromHour * 60, timeZone);
  // Asked again: where a zone skips a day, its 09:00 is the midnight after it, and that is night.
  return messageInstant(next, timeZone);
}
