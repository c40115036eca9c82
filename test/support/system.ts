import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Accounts } from '../../local/seed/index.ts';
import type { DemoAccounts } from '../../local/seeding.ts';

export interface StartOptions {
  /** Makes the demo salons. */
  readonly seed?: boolean;
  /** The clock stands still there until it is moved. Milliseconds since 1970. */
  readonly frozenAt?: number;
}

/** What a started system tells: where it is, who can sign in. */
export interface Ready {
  readonly url: string;
  readonly accounts: DemoAccounts;
  /** Of every emulated service, by its id in `AWS_ENDPOINT_URL_<id>`. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Of the payment provider's simulator. */
  readonly paymentsUrl: string;
}

/** The line that a function of the API writes at the end of a request. */
export interface RequestLine {
  readonly operation: string;
  readonly status: number;
  readonly code?: string;
  readonly milliseconds: number;
  readonly tableCalls: number;
  readonly tableOperations: readonly string[];
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface Mail {
  readonly at: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** A running system, from wherever it is used. */
export interface System {
  readonly ready: Ready;
  readonly url: string;
  readonly api: string;
  /** Demo accounts; only where the system was started with `seed`. */
  readonly accounts: Accounts;
  readonly clock: { now(): Promise<number>; advance(milliseconds: number): Promise<void> };
  /** What the request with this id (header `x-request-id`) asked of the table. Throws when there is no such line. */
  requestLine(requestId: string): Promise<RequestLine>;
  /** Oldest first. */
  mails(): Promise<readonly Mail[]>;
  /** Resolves when no stream, queue, event or function has anything left to do. */
  idle(): Promise<void>;
  /** Calls a function by the end of its name, e.g. `create-business`, as somebody with AWS credentials would. */
  invoke(name: string, payload: unknown): Promise<unknown>;
}

/** The system as seen from a test. */
export function systemAt(ready: Ready): System {
  const { url } = ready;
  async function console_<Reply>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${url}/_local/${path}`, { method, ...sent });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Reply;
  }

  return {
    ready,
    url,
    api: `${url}/api`,
    accounts: ready.accounts as unknown as Accounts,
    clock: {
      now: async () => (await console_<{ now: number }>('GET', 'clock')).now,
      advance: async (advanceMs) => {
        await console_('POST', 'clock', { advanceMs });
      },
    },
    async requestLine(requestId) {
      const path = `logs?requestId=${encodeURIComponent(requestId)}`;
      const { lines } = await console_<{ lines: { text: string }[] }>('GET', path);
      const found = lines.map(({ text }) => JSON.parse(text)).find(({ message }) => message === 'request');
      if (found === undefined) throw new Error(`no log line for the request ${requestId}`);
      return found as RequestLine;
    },
    mails: async () => (await console_<{ mails: Mail[] }>('GET', 'mails')).mails.toReversed(),
    idle: async () => {
      await console_('POST', 'idle');
    },
    async invoke(name, payload) {
      const path = `/2015-03-31/functions/regulars-dev-${name}/invocations`;
      const body = JSON.stringify(payload);
      const response = await fetch(`${ready.endpoints.LAMBDA}${path}`, { method: 'POST', body });
      const answer: unknown = await response.json();
      if (!response.ok || response.headers.has('x-amz-function-error')) throw new Error(JSON.stringify(answer));
      return answer;
    },
  };
}

/** The system that the whole run of tests shares. */
export function sharedSystem(): System {
  const ready = process.env.REGULARS_SYSTEM;
  if (ready === undefined) throw new Error('This suite needs the running system: use test/jest.system.config.mjs.');
  return systemAt(JSON.parse(ready) as Ready);
}

export type StartedSystem = System & { close(): Promise<void> };

/**
 * Starts the whole local runtime in a process of its own, in memory, on free ports.
 *
 * @throws with everything it said when it cannot start.
 */
export async function startSystem(options: StartOptions = {}): Promise<StartedSystem> {
  const entry = fileURLToPath(new URL('./system-process.ts', import.meta.url));
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = fork(entry, [JSON.stringify(options)], {
    // Lambda lives in UTC, and threads cannot have a time zone of their own.
    env: { ...environment, TZ: 'UTC' },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => message as Ready),
    exited.then(([code]) => Promise.reject(new Error(`The system did not start (exit code ${code}).`))),
  ]);
  return {
    ...systemAt(ready),
    async close() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
