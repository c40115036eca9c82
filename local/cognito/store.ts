import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';

const instant = z.number();

const user = z.object({
  /** Also the username: with e-mail as username attribute, Cognito names people by their `sub`. */
  sub: z.string(),
  attributes: z.record(z.string(), z.string()),
  enabled: z.boolean(),
  status: z.enum(['FORCE_CHANGE_PASSWORD', 'CONFIRMED']),
  passwordHash: z.string(),
  temporaryPasswordUntil: z.optional(instant),
  resetCode: z.optional(z.object({ code: z.string(), expiresAt: instant })),
  createdAt: instant,
  modifiedAt: instant,
});

const signIn = z.object({
  id: z.string(),
  originJti: z.string(),
  sub: z.string(),
  clientId: z.string(),
  signedInAt: instant,
  refreshTokenHash: z.string(),
  refreshTokenExpiresAt: instant,
  revoked: z.boolean(),
});

const pool = z.object({
  signingKey: z.looseObject({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), e: z.string(), d: z.string() }),
  users: z.record(z.string(), user),
  signIns: z.record(z.string(), signIn),
});

const state = z.object({ version: z.literal(1), port: z.optional(z.number()), pools: z.record(z.string(), pool) });

export type User = z.infer<typeof user>;
export type SignIn = z.infer<typeof signIn>;
export type SigningKey = z.infer<typeof pool>['signingKey'];
export type PoolState = z.infer<typeof pool>;
type State = z.infer<typeof state>;

/** Looks a key up that came from outside, where `constructor` must find nothing. */
export const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** What must survive a restart. Change `state` in place, then call `changed`. */
export interface Store {
  readonly state: State;
  changed(): void;
  /** Writes what is still unwritten. */
  close(): Promise<void>;
}

const writeDelay = 100;

/**
 * Opens the data file, or starts empty when there is none.
 * @throws {Error} when the file is not what this version writes.
 */
export async function openStore(dataFile: string | undefined): Promise<Store> {
  const current = dataFile === undefined ? empty() : await read(dataFile);
  if (dataFile === undefined) return { state: current, changed: () => {}, close: async () => {} };

  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const write = () => {
    timer = undefined;
    // One after the other: two writers of the same temporary file could leave half of each.
    writing = writing.catch(() => {}).then(() => replaceFile(dataFile, JSON.stringify(current)));
    return writing;
  };
  return {
    state: current,
    changed: () => {
      timer ??= setTimeout(
        () => write().catch((error) => console.error(`Cannot save ${dataFile}:`, error)),
        writeDelay,
      );
    },
    close: async () => {
      clearTimeout(timer);
      await write();
    },
  };
}

const empty = (): State => ({ version: 1, pools: {} });

async function read(dataFile: string): Promise<State> {
  let text: string;
  try {
    text = await readFile(dataFile, 'utf8');
  } catch (error) {
    if (isMissingFile(error)) return empty();
    throw error;
  }
  const parsed = state.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${dataFile} is not user pool data of this version: start afresh.`);
  return parsed.data;
}

const isMissingFile = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
