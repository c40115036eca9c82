import { type Membership, waitingFor } from './membership.ts';
import type { LocalDate } from './time.ts';

/**
 * The membership that begins today and whose first period nobody has paid yet, by card: its first bill is due now, and
 * the period opens when the card has paid. Others stay as they are, for example one that is brought over and whose
 * period runs already.
 */
export function awaitingFirstCharge(membership: Membership, today: LocalDate): Membership {
  const { payment, period } = membership;
  if (payment !== 'card' || period.index !== 0 || period.start !== today) return membership;
  return { ...membership, period: waitingFor(today) };
}
