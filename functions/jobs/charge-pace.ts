import { work } from '../../shared/contract/work.ts';

/** Requests a second that the provider allows at one endpoint of an account, by default (goals, finding 1). */
const providerLimit = 25;
/** The share that renewals may use: people who wait for an answer need the rest. */
const renewalShare = 0.8;

/** Charges a second of one account that renewals may make. */
export const chargesPerSecond = providerLimit * renewalShare;

/** The part of one instance of the worker: as many run as the contract lets take batches at the same time. */
export const chargesOfInstance = Math.floor(chargesPerSecond / work.billMemberships.trigger.atOnce);

/** Waiting for a turn at an account of the provider. */
export type Turn = (account: string) => Promise<void>;

/**
 * Gives turns at accounts, at most `perSecond` of each within any second, in the order of asking. They are kept in the
 * memory of one instance: a bucket that all share would be a row, read and written for every charge of a small salon.
 * A new instance knows of no turn yet; the rest that people have at the provider makes up for that. `uptime` is in
 * seconds, `wait` waits milliseconds.
 */
export function chargePace({
  perSecond,
  uptime,
  wait,
}: {
  readonly perSecond: number;
  readonly uptime: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}): Turn {
  /** When the newest turns of an account are or were, in seconds. */
  const turns = new Map<string, readonly number[]>();
  return (account) => {
    const newest = turns.get(account) ?? [];
    const now = uptime();
    const aSecondBefore = newest.at(-perSecond);
    const at = aSecondBefore === undefined ? now : Math.max(now, aSecondBefore + 1);
    turns.set(account, [...newest, at].slice(-perSecond));
    return wait((at - now) * 1000);
  };
}
