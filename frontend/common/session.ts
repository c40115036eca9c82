import { ProblemError } from '../../shared/contract/client.ts';
import type { SessionChannel } from './session-channel.ts';

/** `unknown` until the cookie has been tried: neither the page nor the sign-in form is right before that. */
export type SessionState<S> =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'signed_in'; readonly session: S };

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The three calls that one audience’s session consists of. Each sets or reads an HttpOnly cookie. */
export interface SessionCalls<S> {
  readonly open: (credentials: Credentials) => Promise<S>;
  readonly refresh: () => Promise<S>;
  readonly end: () => Promise<unknown>;
}

/** One audience’s session in this tab. The access token lives in this object only: no storage, no address. */
export interface Session<S> {
  readonly state: () => SessionState<S>;
  /** Calls back on every change; returns the function that stops it. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Tries the cookie once, at page load. Rejects with NoAnswerError when that could not be found out. */
  readonly start: () => Promise<SessionState<S>>;
  readonly signIn: (credentials: Credentials) => Promise<S>;
  /** Takes over a session that a link from a mail has just opened. */
  readonly adopt: (session: S) => void;
  /** Revokes the session, then forgets it here and in every other tab. Rejects, still signed in, when nobody answered. */
  readonly signOut: () => Promise<void>;
  /** `fetch` with the access token; a 401 renews the session once and repeats the request once. */
  readonly fetch: typeof globalThis.fetch;
}

/**
 * A session over its calls. `send` is the page’s fetch. Whoever keeps data of the signed-in person subscribes and
 * forgets it when the state is `signed_out` (004-065).
 */
export function createSession<S extends { readonly accessToken: string }>(
  calls: SessionCalls<S>,
  send: typeof globalThis.fetch,
  channel: SessionChannel,
): Session<S> {
  let state: SessionState<S> = { kind: 'unknown' };
  let refreshing: Promise<SessionState<S>> | undefined;
  // Counts sign-ins and sign-outs: a refresh that was on its way meanwhile must not bring the old person back.
  let era = 0;
  const listeners = new Set<() => void>();

  function become(next: SessionState<S>): SessionState<S> {
    state = next;
    for (const changed of [...listeners]) changed();
    return next;
  }

  // One refresh at a time: ten requests that meet a 401 together must not spend the cookie ten times.
  function refresh(): Promise<SessionState<S>> {
    const asked = era;
    refreshing ??= calls
      .refresh()
      .then((session) => (asked === era ? become({ kind: 'signed_in', session }) : state))
      .catch((error: unknown) => {
        if (!(error instanceof ProblemError) || error.problem.status !== 401) throw error;
        return asked === era ? become({ kind: 'signed_out' }) : state;
      })
      .finally(() => {
        refreshing = undefined;
      });
    return refreshing;
  }

  channel.listen((message) => {
    era += 1;
    if (message === 'signed_out') become({ kind: 'signed_out' });
    // Perhaps somebody else: the cookie now says who. When it cannot be asked, the next request will.
    else refresh().catch(() => undefined);
  });

  function adopt(session: S): void {
    era += 1;
    become({ kind: 'signed_in', session });
    channel.post('signed_in');
  }

  const withToken = (input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> => {
    const headers = new Headers(init?.headers);
    if (state.kind === 'signed_in') headers.set('authorization', `Bearer ${state.session.accessToken}`);
    return send(input, { ...init, headers });
  };

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    start: refresh,
    async signIn(credentials) {
      const session = await calls.open(credentials);
      adopt(session);
      return session;
    },
    adopt,
    async signOut() {
      await calls.end();
      era += 1;
      become({ kind: 'signed_out' });
      channel.post('signed_out');
    },
    async fetch(input, init) {
      const response = await withToken(input, init);
      if (response.status !== 401) return response;
      const renewed = await refresh();
      return renewed.kind === 'signed_in' ? withToken(input, init) : response;
    },
  };
}
