import type { LockoutSettings } from './definition.ts';
import { attemptLimitExceeded, notAuthorized } from './failure.ts';

const quietTimeThatForgives = 15 * 60_000;

export const cognitoLockout: LockoutSettings = {
  failuresBeforeLockout: 5,
  firstLockout: 1_000,
  longestLockout: quietTimeThatForgives,
};

interface Tries {
  readonly failures: number;
  readonly lockedUntil: number;
  readonly lastAt: number;
}

/** Counts wrong passwords by person; each failure from the fifth on locks for twice as long as the one before. */
export class PasswordLockout {
  readonly #tries = new Map<string, Tries>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Tries that fall into a lockout do not lengthen it.
   * @throws {CognitoFailure} NotAuthorizedException while the person is locked out.
   */
  refuseWhileLocked(person: string): void {
    const tries = this.#tries.get(person);
    if (tries === undefined) return;
    if (this.#now() < tries.lockedUntil) throw notAuthorized('Password attempts exceeded');
    if (this.#now() - Math.max(tries.lastAt, tries.lockedUntil) >= quietTimeThatForgives) this.forgive(person);
  }

  fail(person: string, settings: LockoutSettings): void {
    const now = this.#now();
    const failures = (this.#tries.get(person)?.failures ?? 0) + 1;
    const over = failures - settings.failuresBeforeLockout;
    const lock = over < 0 ? 0 : Math.min(settings.firstLockout * 2 ** over, settings.longestLockout);
    this.#tries.set(person, { failures, lockedUntil: now + lock, lastAt: now });
  }

  forgive(person: string): void {
    this.#tries.delete(person);
  }
}

/** At most `limit` attempts by person in any hour: asking for a reset code, entering one, changing a password. */
export class HourlyLimit {
  readonly #attempts = new Map<string, readonly number[]>();
  readonly #limit: number;
  readonly #now: () => number;

  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** @throws {CognitoFailure} LimitExceededException when this hour's attempts are used up. */
  spend(person: string): void {
    const anHourAgo = this.#now() - 3_600_000;
    const recent = (this.#attempts.get(person) ?? []).filter((at) => at > anHourAgo);
    if (recent.length >= this.#limit) throw attemptLimitExceeded();
    this.#attempts.set(person, [...recent, this.#now()]);
  }

  forgive(person: string): void {
    this.#attempts.delete(person);
  }
}
