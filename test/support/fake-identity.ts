import type { VerifyAuthChallengeResponseTriggerEvent } from 'aws-lambda';
import type { Identity, Tokens } from '../../functions/gateways/identity.ts';
import { answerChallenge } from '../../functions/identity/sign-in-link.ts';
import type { Table } from '../../functions/store/table.ts';
import { Refusal, refuseUnless } from '../../shared/domain/refusal.ts';

export interface FakeIdentity extends Identity {
  /** Accounts by address. */
  readonly accounts: ReadonlyMap<string, { loginId: string; password: string; enabled: boolean }>;
  /** Refresh tokens of sessions that are open. */
  readonly sessions: ReadonlySet<string>;
  disable(email: string): void;
}

/** A pool in memory. Sign-in by link asks the product's own trigger, at the instant that `now` says. */
export function fakeIdentity(table: Table, now: () => number): FakeIdentity {
  const accounts = new Map<string, { loginId: string; password: string; enabled: boolean }>();
  const sessions = new Map<string, string>();
  let count = 0;

  function open(email: string): Tokens {
    const loginId = accounts.get(email)?.loginId ?? '';
    count += 1;
    const refreshToken = `refresh-${count}`;
    sessions.set(refreshToken, email);
    return { accessToken: `access-${count}`, expiresInSeconds: 600, refreshToken, loginId, email };
  }

  return {
    accounts,
    get sessions() {
      return new Set(sessions.keys());
    },
    disable(email) {
      const account = accounts.get(email);
      if (account) account.enabled = false;
    },
    async signIn(email, password) {
      const account = accounts.get(email);
      refuseUnless(account?.enabled && account.password === password, 'sign_in_failed');
      return open(email);
    },
    async signInWithLink(email, token, business) {
      const account = accounts.get(email);
      refuseUnless(account?.enabled, 'sign_in_failed');
      const event = {
        triggerSource: 'VerifyAuthChallengeResponse_Authentication',
        request: { userAttributes: { email }, challengeAnswer: token, clientMetadata: { business } },
        response: {},
      } as unknown as VerifyAuthChallengeResponseTriggerEvent;
      const answered = (await answerChallenge(table, event, now())) as VerifyAuthChallengeResponseTriggerEvent;
      refuseUnless(answered.response.answerCorrect, 'sign_in_failed');
      return open(email);
    },
    async renew(refreshToken) {
      const email = sessions.get(refreshToken);
      if (email === undefined) throw new Refusal('session_ended');
      const { refreshToken: _, ...tokens } = open(email);
      sessions.delete(`refresh-${count}`);
      return tokens;
    },
    async revoke(refreshToken) {
      sessions.delete(refreshToken);
    },
    async find(email) {
      const account = accounts.get(email);
      return account && { loginId: account.loginId, email, enabled: account.enabled };
    },
    async setPassword(email, password) {
      refuseUnless(password.length >= 12, 'password_too_weak');
      const before = accounts.get(email);
      const sub = String(accounts.size + 1).padStart(12, '0');
      const account = before ?? { loginId: `00000000-0000-4000-8000-${sub}`, password, enabled: true };
      accounts.set(email, { ...account, password });
      return { loginId: account.loginId, email, enabled: account.enabled };
    },
    async signOutEverywhere(email) {
      for (const [token, owner] of sessions) if (owner === email) sessions.delete(token);
    },
  };
}
