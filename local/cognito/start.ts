import { createServer, type Server } from 'node:http';
import type { LocalService } from '../ports.ts';
import { HourlyLimit, PasswordLockout } from './attempts.ts';
import { Challenges } from './challenges.ts';
import { type Context, createTurns, type Pool } from './context.ts';
import { type CognitoOptions, checkDefinitions, type PoolDefinition } from './definition.ts';
import { newSigningKey, poolKey } from './keys.ts';
import { answer } from './protocol.ts';
import { openStore, own, type Store } from './store.ts';

/** The running user pools: the service's endpoint, and the issuer of each pool's tokens. */
export interface LocalCognito extends LocalService {
  /** @throws {Error} for a pool that is not among the definitions. */
  issuerOf(poolId: string): string;
}

const attemptsPerHour = 5;

/**
 * Starts the user pools on a free port of the loopback interface; with a data file, on the port of the last time if it
 * is still free, because the issuer of a person's tokens names it.
 * @throws {Error} when a pool asks for something that the emulator would have to ignore, or the data file is foreign.
 */
export async function startCognito(options: CognitoOptions): Promise<LocalCognito> {
  const { region, dataFile, invoker, sendCode, now = Date.now } = options;
  checkDefinitions(region, options.pools);
  const store = await openStore(dataFile);
  const opened: Omit<Pool, 'issuer'>[] = [];
  for (const definition of options.pools) opened.push(await openPool(store, definition, now()));

  // SDK clients keep connections open between calls; the default of 5 s makes them meet a socket that is just closing.
  const server = createServer({ keepAliveTimeout: 60_000 });
  const port = await listen(server, store.state.port);
  const endpoint = `http://127.0.0.1:${port}`;
  const pools = new Map<string, Pool>();
  for (const pool of opened) pools.set(pool.definition.id, { ...pool, issuer: `${endpoint}/${pool.definition.id}` });
  store.state.port = port;
  store.changed();

  const context: Context = {
    region,
    pools,
    invoker,
    sendCode,
    now,
    changed: store.changed,
    challenges: new Challenges(now),
    lockout: new PasswordLockout(now),
    codeRequests: new HourlyLimit(attemptsPerHour, now),
    codeEntries: new HourlyLimit(attemptsPerHour, now),
    passwordChanges: new HourlyLimit(attemptsPerHour, now),
    inTurn: createTurns(),
  };
  const inFlight = new Set<Promise<void>>();
  server.on('request', (request, response) => {
    const answered = answer(context, request, response)
      .catch((error) => void response.destroy(error))
      .finally(() => inFlight.delete(answered));
    inFlight.add(answered);
  });

  return {
    endpoint,
    issuerOf: (poolId) => {
      const pool = pools.get(poolId);
      if (pool === undefined) throw new Error(`There is no user pool ${poolId}.`);
      return pool.issuer;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all(inFlight);
      server.closeAllConnections();
      await closed;
      await store.close();
    },
  };
}

async function openPool(store: Store, definition: PoolDefinition, now: number): Promise<Omit<Pool, 'issuer'>> {
  const saved = own(store.state.pools, definition.id);
  const state = saved ?? { signingKey: await newSigningKey(), users: {}, signIns: {} };
  store.state.pools[definition.id] = state;
  for (const signIn of Object.values(state.signIns)) {
    if (signIn.refreshTokenExpiresAt < now) delete state.signIns[signIn.id];
  }
  return { definition, state, key: await poolKey(state.signingKey) };
}

async function listen(server: Server, preferred: number | undefined): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  if (preferred === undefined) return attempt(0);
  return attempt(preferred).catch(() => {
    server.removeAllListeners('error');
    return attempt(0);
  });
}
