import type { CreditAccount } from './credit-account.ts';
import type { CreditDecision, Occasion } from './credit-decision.ts';
import { restCredits, wakeCredits } from './credit-rest.ts';
import { mayHappen, statusAfter } from './lifecycle.ts';
import type { Membership } from './membership.ts';
import { afterPause, isPauseOver } from './pause.ts';

/** A membership with what its pause does to its credits: one transaction. */
export interface PausedBooks {
  readonly membership: Membership;
  readonly credits: CreditDecision;
}

const unchanged = (account: CreditAccount): CreditDecision => ({ account, entries: [] });

/**
 * Writes down where a pause is today: begun, so that its credits rest, or over, so that they do not and its dates are
 * the membership's own. The pause itself begins and ends by its dates; this may come late, twice, or never.
 */
export function bookPause(membership: Membership, account: CreditAccount, occasion: Occasion): PausedBooks {
  const { pause, membershipId } = membership;
  if (pause === undefined || pause.from > occasion.today) {
    return { membership: isWithdrawn(membership) ? afterPause(membership) : membership, credits: unchanged(account) };
  }
  const { from, until } = pause;
  if (until !== undefined && isPauseOver(membership, occasion.today)) {
    return { membership: afterPause(membership), credits: wakeCredits(account, membershipId, until, occasion) };
  }
  const rests = { from, ...(until === undefined ? {} : { until }) };
  const { status } = membership;
  return {
    membership: {
      ...membership,
      status: mayHappen(status, 'pause_begins') ? statusAfter(status, 'pause_begins') : status,
      pause: { ...pause, begun: true },
    },
    credits: pause.benefits === 'frozen' ? restCredits(account, membershipId, rests, occasion) : unchanged(account),
  };
}

/** Taken back before it began. */
const isWithdrawn = ({ pause }: Membership): boolean => pause?.until !== undefined && pause.until <= pause.from;
