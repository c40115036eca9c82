/** Tokens of a session. `refreshToken` is absent when a session was renewed and keeps its old one. */
export interface Tokens {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly refreshToken?: string;
  readonly loginId: string;
  readonly email: string;
}

/** An account of one pool. */
export interface Account {
  readonly loginId: string;
  readonly email: string;
  readonly enabled: boolean;
}

/**
 * One pool of logins: members or staff. Addresses are in lower case.
 * Refusals: `sign_in_failed`, `sign_in_locked`, `session_ended`, `password_too_weak`, as named per method.
 */
export interface Identity {
  /** Refuses `sign_in_failed` alike for a wrong password, an unknown address and a disabled account; `sign_in_locked`. */
  signIn(email: string, password: string): Promise<Tokens>;
  /** Signs in the owner of a link (custom challenge). Refuses `sign_in_failed`. */
  signInWithLink(email: string, token: string, business: string): Promise<Tokens>;
  /** Refuses `session_ended`. */
  renew(refreshToken: string): Promise<Tokens>;
  /** Revokes a session; a token that is no longer valid is fine. */
  revoke(refreshToken: string): Promise<void>;
  /** An account that has a password; one whose first password never arrived counts as none. */
  find(email: string): Promise<Account | undefined>;
  /** Creates the account when there is none and sets the password. Safe to repeat. Refuses `password_too_weak`. */
  setPassword(email: string, password: string): Promise<Account>;
  /** Ends every session of the account. */
  signOutEverywhere(email: string): Promise<void>;
}
