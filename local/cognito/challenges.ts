import { randomBytes } from 'node:crypto';
import { notAuthorized } from './failure.ts';

const sessionLife = 3 * 60_000;

/** One answered round of custom authentication, as the triggers see it. */
export interface AnsweredChallenge {
  readonly challengeName: 'CUSTOM_CHALLENGE';
  readonly challengeResult: boolean;
  readonly challengeMetadata: string | null;
}

/** What a session token stands for: whose sign-in has come how far. `sub` is absent where nobody has that name. */
export type Challenge = {
  readonly poolId: string;
  readonly clientId: string;
  readonly username: string;
  readonly sub: string | undefined;
} & (
  | { readonly name: 'NEW_PASSWORD_REQUIRED' }
  | {
      readonly name: 'CUSTOM_CHALLENGE';
      readonly answered: readonly AnsweredChallenge[];
      readonly privateChallengeParameters: Readonly<Record<string, string>>;
      readonly challengeMetadata: string | null;
    }
);

/** Session tokens: three minutes, one use. Memory only: a restart ends every sign-in that is half done. */
export class Challenges {
  readonly #open = new Map<string, { readonly challenge: Challenge; readonly expiresAt: number; used: boolean }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  open(challenge: Challenge): string {
    const now = this.#now();
    for (const [token, { expiresAt }] of this.#open) if (expiresAt + sessionLife < now) this.#open.delete(token);
    const token = randomBytes(96).toString('base64url');
    this.#open.set(token, { challenge, expiresAt: now + sessionLife, used: false });
    return token;
  }

  /** @throws {CognitoFailure} NotAuthorizedException for a session that is unknown, used or expired. */
  read(token: string): Challenge {
    const session = this.#open.get(token);
    if (session === undefined) throw notAuthorized('Invalid session for the user.');
    if (session.used) throw notAuthorized('Invalid session for the user, session can only be used once.');
    if (session.expiresAt <= this.#now()) throw notAuthorized('Invalid session for the user, session is expired.');
    return session.challenge;
  }

  /** @throws {CognitoFailure} as `read`; from now on the session is used. */
  use(token: string): void {
    this.read(token);
    const session = this.#open.get(token);
    if (session !== undefined) session.used = true;
  }
}
