import { join } from 'node:path';
import { salonsOf } from './addresses.ts';
import { buildForLaptop } from './build.ts';
import type { Salon, ShownEvent, ShownPayment } from './console/model.ts';
import { shownEvent } from './console-model.ts';
import type { Handle } from './http/message.ts';
import type { Logs } from './lambda/logs.ts';
import type { Endpoints } from './lambda/standard-environment.ts';
import type { StoredMail } from './mail/start.ts';
import type { InvokeResult } from './ports.ts';
import { createProgress } from './progress.ts';
import { startRuntime } from './runtime.ts';
import { type DemoAccounts, seededAccounts, seedSalons } from './seeding.ts';

export interface LocalOptions {
  /** A free one when absent. */
  readonly port?: number;
  /** Take the next free port when `port` is taken, instead of failing. */
  readonly orNextPort?: boolean;
  /** Where data survives a restart; `null` keeps everything in memory. */
  readonly dataFolder: string | null;
  /** For tests: the clock stands still there until it is moved. Milliseconds since 1970. */
  readonly frozenAt?: number;
  /** Makes the demo salons, unless an earlier start in the same folder has. */
  readonly seed?: boolean;
  /** Hears what is being done, line by line. Silent when absent. */
  readonly say?: (line: string) => void;
  /** Gives up starting: what has started is closed, and the promise rejects. */
  readonly signal?: AbortSignal;
}

/** The running system, for the command line and for tests in the same process. */
export interface LocalRuntime {
  /** The console, and the API below `/api`. A business is at the same port of `<slug>.localhost`. */
  readonly url: string;
  /** Address of the pages of a business, without a slash at the end. */
  siteOf(slug: string): string;
  readonly inboxUrl: string;
  readonly clock: { now(): number; travelTo(instant: number): Promise<void> };
  readonly logs: Logs;
  readonly accounts: DemoAccounts;
  readonly salons: readonly Salon[];
  /** Of every emulated service, by its id in `AWS_ENDPOINT_URL_<id>`. */
  readonly endpoints: Endpoints;
  /** Newest first. */
  events(): ShownEvent[];
  /** Newest first. */
  mails(): Promise<readonly StoredMail[]>;
  /** What the payment provider took, refunded or refused, newest first. */
  payments(): readonly ShownPayment[];
  /** Base URL of the payment provider's simulator. */
  readonly paymentsUrl: string;
  /** Resolves when no stream, queue, event, schedule, webhook or function has anything left to do. */
  idle(): Promise<void>;
  /** Asks the HTTP API itself, as somebody would who goes past the CDN. */
  readonly api: Handle;
  /** Calls a function by its name, or by its name in the contract: `createBusiness`. */
  invoke(name: string, payload: unknown): Promise<InvokeResult>;
  close(): Promise<void>;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The function with that name, or the only one whose name ends in the contract's name for it. */
function findFunction(names: readonly string[], name: string): string {
  if (names.includes(name)) return name;
  const [found, ...others] = names.filter((candidate) => candidate.endsWith(`-${kebab(name)}`));
  if (found !== undefined && others.length === 0) return found;
  throw new Error(`There is no function ${name}; the assembly has ${names.join(', ')}.`);
}

/** What has begun cannot be stopped, but nobody waits for it any longer. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const give = () => reject(signal.reason);
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
    work.then(resolve, reject);
  });
}

/**
 * Builds what has changed, starts the whole system on this machine and, if wanted, makes the demo salons.
 *
 * @throws when the build fails, a part cannot start (Java is missing), or seeding is refused; nothing keeps running.
 */
export async function startLocal(options: LocalOptions): Promise<LocalRuntime> {
  const { say = () => {}, signal } = options;
  const { step } = createProgress(say);
  await step('Build', () => buildForLaptop((line) => say(`    ${line}`)));
  signal?.throwIfAborted();
  const dataFolder = options.dataFolder ?? undefined;
  const runtime = await startRuntime({
    port: options.port ?? 0,
    orNextPort: options.orNextPort ?? false,
    dataFolder,
    frozenAt: options.frozenAt,
    step,
  });
  const { port, clock, traveller, services, flows } = runtime;
  const url = `http://localhost:${port}`;
  const invoke = (name: string, payload: unknown) =>
    services.lambda.invoke(findFunction(services.lambda.names, name), payload);

  async function seed(): Promise<DemoAccounts> {
    const file = dataFolder === undefined ? undefined : join(dataFolder, 'accounts.json');
    const known = seededAccounts(file);
    if (known !== undefined || !options.seed) return known ?? {};
    return step('Demo salons', () =>
      seedSalons(file, {
        api: `${url}/api`,
        mails: async () => (await services.mail.messages()).toReversed(),
        now: clock.now,
        progress: (text) => say(`    ${text}`),
        async invoke(name, payload) {
          const result = await invoke(name, payload);
          if (result.ok) return result.payload;
          throw new Error(`${name} failed: ${result.errorType}: ${result.errorMessage}`);
        },
      }),
    );
  }

  try {
    const accounts = await unlessAborted(seed(), signal);
    runtime.show(accounts);
    return {
      url,
      siteOf: (slug) => `http://${slug}.localhost:${port}`,
      inboxUrl: services.mail.uiUrl,
      clock: { now: clock.now, travelTo: traveller.travelTo },
      logs: services.lambda.logs,
      accounts,
      salons: salonsOf(accounts, port),
      endpoints: services.endpoints,
      events: () => flows.bus.recent().map(shownEvent),
      mails: services.mail.messages,
      payments: services.stripe.payments,
      paymentsUrl: services.stripe.endpoint,
      idle: flows.idle,
      api: runtime.api,
      invoke,
      close: runtime.close,
    };
  } catch (error) {
    // The caller is told no more than any client of the API; what really failed stands in the functions' logs.
    const failures = services.lambda.logs.find().filter(({ text }) => text.includes('"level":"error"'));
    for (const { functionName, text } of failures.slice(-3)) say(`    ${functionName}: ${text}`);
    await runtime.close();
    throw error;
  }
}
