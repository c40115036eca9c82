import type { Invoker } from '../ports.ts';
import type { HourlyLimit, PasswordLockout } from './attempts.ts';
import type { Challenges } from './challenges.ts';
import type { ClientDefinition, CodeDelivery, PoolDefinition } from './definition.ts';
import { resourceNotFound } from './failure.ts';
import type { PoolKey } from './keys.ts';
import type { PoolState } from './store.ts';

/** A running pool: what the template says, what is saved, what signs its tokens. */
export interface Pool {
  readonly definition: PoolDefinition;
  readonly state: PoolState;
  readonly key: PoolKey;
  readonly issuer: string;
}

/** Everything an operation works with. */
export interface Context {
  readonly region: string;
  readonly pools: ReadonlyMap<string, Pool>;
  readonly invoker: Invoker;
  readonly sendCode: ((delivery: CodeDelivery) => Promise<void>) | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Tells the store that the state has changed. */
  readonly changed: () => void;
  readonly challenges: Challenges;
  readonly lockout: PasswordLockout;
  readonly codeRequests: HourlyLimit;
  readonly codeEntries: HourlyLimit;
  readonly passwordChanges: HourlyLimit;
  /** Runs the checks of one person's password one after the other, so that none slips past the lockout. */
  readonly inTurn: <Result>(person: string, work: () => Promise<Result>) => Promise<Result>;
}

/** A pool with one of its clients. */
export interface Audience {
  readonly pool: Pool;
  readonly client: ClientDefinition;
}

/** @throws {CognitoFailure} ResourceNotFoundException. */
export function poolById(context: Context, id: string): Pool {
  const pool = context.pools.get(id);
  if (pool === undefined) throw resourceNotFound(`User pool ${id} does not exist.`);
  return pool;
}

/** @throws {CognitoFailure} ResourceNotFoundException for an unknown pool, and for a client of another pool. */
export function audienceInPool(context: Context, poolId: string, clientId: string): Audience {
  const pool = poolById(context, poolId);
  const client = pool.definition.clients.find(({ id }) => id === clientId);
  if (client === undefined) throw clientNotFound(clientId);
  return { pool, client };
}

/** @throws {CognitoFailure} ResourceNotFoundException. */
export function audienceByClient(context: Context, clientId: string): Audience {
  for (const pool of context.pools.values()) {
    const client = pool.definition.clients.find(({ id }) => id === clientId);
    if (client !== undefined) return { pool, client };
  }
  throw clientNotFound(clientId);
}

const clientNotFound = (id: string) => resourceNotFound(`User pool client ${id} does not exist.`);

/** Runs works with the same key one after the other. */
export function createTurns(): Context['inTurn'] {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
