import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claim } from './one-at-a-time.ts';
import { notReady, writeReady } from './ready.ts';
import { type LocalRuntime, startLocal } from './system.ts';

// Another folder is for tests, which must not touch the salons of whoever runs them.
const dataFolder = process.env.REGULARS_DATA_FOLDER ?? join(dirname(fileURLToPath(import.meta.url)), '..', '.local');
const usualPort = 4000;

function summary({ url, inboxUrl, salons }: LocalRuntime, seconds: string): string {
  const lines = [
    ['Console', `${url}/`, 'clock, accounts, mails, payments, events, logs'],
    ['Inbox', inboxUrl, 'every mail that would have been sent'],
    ...salons.flatMap(({ name, portal, admin }) => [
      [name, portal, 'members'],
      ['', admin, 'front desk'],
    ]),
  ];
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const rows = lines.map(
    ([a = '', b = '', c = '']) => `  ${a.padEnd(widths[0] ?? 0)}  ${b.padEnd(widths[1] ?? 0)}  ${c}`,
  );
  return [
    `\nReady after ${seconds} s. Open the console: it has an account for every role.\n`,
    ...rows,
    `\nCtrl-C stops it. Everything is kept in ${process.env.REGULARS_DATA_FOLDER ?? '.local/'}; npm start -- --fresh begins again.`,
  ].join('\n');
}

function portOf(environment: Readonly<Record<string, string | undefined>>): { port: number; orNextPort: boolean } {
  const { PORT } = environment;
  if (PORT === undefined || PORT === '') return { port: usualPort, orNextPort: true };
  const port = Number(PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return { port, orNextPort: false };
  throw new Error(`PORT must be a number from 0 to 65535, not "${PORT}".`);
}

async function start(args: readonly string[], signal: AbortSignal): Promise<LocalRuntime> {
  const unknown = args.filter((arg) => arg !== '--fresh');
  if (unknown.length > 0)
    throw new Error(`Unknown: ${unknown.join(' ')}. There is only --fresh, which begins again without data.`);
  const port = portOf(process.env);
  if (args.includes('--fresh')) {
    claim(dataFolder);
    rmSync(dataFolder, { recursive: true, force: true });
  }
  const release = claim(dataFolder);
  process.once('exit', release);
  notReady(dataFolder);
  const from = performance.now();
  console.log('Regulars starts on this laptop …');
  const runtime = await startLocal({ ...port, dataFolder, seed: true, say: (line) => console.log(line), signal });
  writeReady(dataFolder, runtime);
  console.log(summary(runtime, ((performance.now() - from) / 1000).toFixed(1)));
  return runtime;
}

/** `npm start`: runs until Ctrl-C or SIGTERM, then ends with 0 when everything has closed. */
export async function runOnLaptop(args: readonly string[]): Promise<void> {
  // Lambda lives in UTC, and threads cannot have a time zone of their own.
  process.env.TZ = 'UTC';
  const stopping = new AbortController();
  const starting = start(args, stopping.signal);

  async function stop(): Promise<void> {
    if (stopping.signal.aborted) return;
    stopping.abort();
    console.log('\nStopping …');
    const runtime = await starting.catch(() => undefined);
    notReady(dataFolder);
    await runtime?.close();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

  await starting.catch((error: unknown) => {
    if (stopping.signal.aborted) return;
    // Our own refusals say what to do; anything else is a bug and needs its stack.
    const isOurs = error instanceof Error && error.constructor === Error;
    console.error(
      `\nRegulars could not start.\n${isOurs ? error.message : error instanceof Error ? error.stack : error}`,
    );
    process.exit(1);
  });
}
