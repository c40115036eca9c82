import { localDateOf } from './calendar.ts';
import type { Instant } from './time.ts';

/** Attempts with one card at one invoice: the networks' caps lie higher and differ between acquirers (rule D3). */
export const mostAttempts = 10;
const countedMs = 30 * 24 * 60 * 60 * 1000;

/** Of them on one local day, the ones that a person started included. */
export const mostAttemptsADay = 2;

/** One attempt that an issuer answered; a technical failure is none. `card` names the card, not the member. */
export interface Attempt {
  readonly at: Instant;
  readonly card: string;
}

/**
 * Whether a card may be tried (again) at an invoice whose attempts so far, with any card and by anybody, are given.
 * `card_limit`: not before the oldest of ten is 30 days old; `daily_limit`: not on this local day.
 */
export function mayAttempt(
  attempts: readonly Attempt[],
  card: string,
  at: Instant,
  timeZone: string,
): 'yes' | 'daily_limit' | 'card_limit' {
  const counted = attempts.filter((attempt) => attempt.card === card && attempt.at > at - countedMs);
  if (counted.length >= mostAttempts) return 'card_limit';
  const today = localDateOf(at, timeZone);
  const ofToday = counted.filter((attempt) => localDateOf(attempt.at, timeZone) === today);
  return ofToday.length >= mostAttemptsADay ? 'daily_limit' : 'yes';
}
