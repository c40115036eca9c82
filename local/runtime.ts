import { join } from 'node:path';
import { readAssembly } from './assembly/read.ts';
import { createResolver, type Resolver } from './assembly/resolve.ts';
import { readTables } from './bindings/tables.ts';
import { assemblyFolder, portMarker } from './build.ts';
import { createFront } from './cdn/front.ts';
import { createClock, type TravellingClock } from './clock.ts';
import { createClosing } from './closing.ts';
import { createConsole, isForTheConsole } from './console/console.ts';
import { createNextDue } from './console/next-due.ts';
import { consoleModel, type Running } from './console-model.ts';
import { startFlows } from './flows.ts';
import { type Handle, json } from './http/message.ts';
import { type Listening, listen } from './http/node-server.ts';
import type { Place } from './protocol/place.ts';
import { createReveal } from './secret-values.ts';
import type { DemoAccounts } from './seeding.ts';
import { type Services, type Step, startServices } from './services.ts';
import { createTraveller } from './travel.ts';
import { createWeb } from './web.ts';

export interface RuntimeOptions {
  /** Where the viewer's side listens; 0 takes a free port. */
  readonly port: number;
  /** Take the next free port when `port` is taken, instead of failing. */
  readonly orNextPort: boolean;
  /** Where data survives a restart; memory only when absent. */
  readonly dataFolder: string | undefined;
  readonly frozenAt: number | undefined;
  readonly step: Step;
}

/** The whole system, running. */
export interface Runtime extends Running {
  readonly clock: TravellingClock;
  /** The HTTP API itself, past the CDN. */
  readonly api: Handle;
  /** Shows these accounts on the console. */
  show(accounts: DemoAccounts): void;
  close(): Promise<void>;
}

const portsTried = 20;

async function open(handle: Handle, port: number, orNextPort: boolean): Promise<Listening> {
  for (let candidate = port; ; candidate += 1) {
    try {
      return await listen(handle, candidate);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken) throw error;
      if (orNextPort && candidate < port + portsTried) continue;
      throw new Error(`Port ${candidate} is taken by another program. Choose another one: PORT=4100 npm start`);
    }
  }
}

/**
 * Runs the synthesized assembly.
 *
 * @throws when a part cannot start, for example without Java; what had started is closed again.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const closing = createClosing();
  try {
    return await start(options, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

/** The stage's own region and account: another stack may stand in us-east-1, where CloudFront wants it. */
function placeOf(resolver: Resolver): Place {
  const api = resolver.resources('AWS::ApiGatewayV2::Api')[0];
  if (api === undefined) throw new Error('The assembly has no HTTP API.');
  return { account: api.stack.account, region: api.stack.region };
}

async function start(options: RuntimeOptions, closing: ReturnType<typeof createClosing>): Promise<Runtime> {
  const { dataFolder, step } = options;
  const clockFile = dataFolder === undefined ? undefined : join(dataFolder, 'clock.json');
  const clock = createClock({ file: clockFile, frozenAt: options.frozenAt });

  // First of all, because the addresses that functions put into mails name the port.
  let answer: Handle = async () => json(503, { message: 'Starting' });
  const front = closing.add(await open((request) => answer(request), options.port, options.orNextPort));

  let services: Services | undefined;
  const queueUrl = (name: string) => {
    if (services === undefined) throw new Error('The queues have no address before they listen.');
    return services.queues.urlOf(name);
  };
  const fill = (template: string) => template.replaceAll(portMarker, String(front.port));
  const resolver = createResolver(readAssembly(assemblyFolder, { fill }), { queueUrl });
  const reveal = closing.add(createReveal(() => services?.secrets.endpoint));
  const place = placeOf(resolver);

  const common = { resolver, place, clock, port: front.port, dataFolder, closing, step };
  const started = await startServices(common, reveal.reveal);
  services = started;
  const flows = await startFlows(common, started);
  const web = closing.add(createWeb(resolver, started, clock, reveal.reveal));
  const tables = readTables(resolver).flatMap((table) =>
    table.GlobalSecondaryIndexes?.some(({ IndexName }) => IndexName === 'due') ? [table.TableName] : [],
  );
  const due = closing.add(createNextDue(started.dynamoDb.endpoint, tables, clock.now));
  const traveller = createTraveller(clock, { idle: flows.idle, nextDue: due.next });

  let accounts: DemoAccounts = {};
  const running = { port: front.port, clock, traveller, services: started, flows, api: web.api, nextDue: due.next };
  const console_ = createConsole(consoleModel(running, () => accounts));
  answer = createFront(web.placements, console_, isForTheConsole);
  return {
    ...running,
    show: (seeded) => {
      accounts = seeded;
    },
    close: closing.close,
  };
}
