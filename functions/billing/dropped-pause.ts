import type { PauseDays } from '../../shared/contract/pause-views.ts';
import type { DomainEvent } from '../../shared/domain/events.ts';

/** The days of a pause that does not take place, as the events of a cancellation and of its undoing name them. */
export const droppedPause = ({ from, lastDay }: PauseDays): DomainEvent['subject'] => ({
  pauseFrom: from,
  ...(lastDay === undefined ? {} : { pauseLastDay: lastDay }),
});

/** The days that an event names in this way. */
export function droppedPauseIn({ pauseFrom, pauseLastDay }: DomainEvent['subject']): PauseDays | undefined {
  if (typeof pauseFrom !== 'string') return undefined;
  return { from: pauseFrom, ...(typeof pauseLastDay === 'string' ? { lastDay: pauseLastDay } : {}) };
}
