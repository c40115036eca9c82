import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { type Books, emptyBooks } from './books.ts';
import { emptyState, type State } from './state.ts';

export interface DataFile {
  readonly state: State;
  /** Something has changed: it is written soon, together with what changes meanwhile. */
  changed(): void;
  /** Writes what is still unwritten. */
  close(): Promise<void>;
}

const entries = z.array(z.tuple([z.string(), z.unknown()]));
const Saved = z.object({
  version: z.literal(1),
  port: z.optional(z.number()),
  maps: z.record(z.string(), entries),
  books: z.array(z.tuple([z.string(), z.record(z.string(), entries)])),
});

const writeDelay = 500;
const mapNames = ['accounts', 'answers', 'links', 'deliveries', 'ledger'] as const;

/**
 * Opens the data file, or starts empty when there is none; without a path, memory only.
 * @throws {Error} when the file is not what this version writes.
 */
export function openDataFile(path: string | undefined): DataFile {
  if (path === undefined) return { state: emptyState(), changed: () => {}, close: async () => {} };
  const state = read(path);
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const write = () => {
    timer = undefined;
    // One after the other: two writers of the same temporary file could leave half of each.
    writing = writing.catch(() => {}).then(() => replaceFile(path, serialize(state)));
    return writing;
  };
  return {
    state,
    changed: () => {
      timer ??= setTimeout(() => write().catch((error) => console.error(`Cannot save ${path}:`, error)), writeDelay);
    },
    close: async () => {
      clearTimeout(timer);
      await write();
    },
  };
}

function serialize(state: State): string {
  const saved: z.infer<typeof Saved> = {
    version: 1,
    ...(state.port === undefined ? {} : { port: state.port }),
    maps: Object.fromEntries(mapNames.map((name) => [name, [...state[name]]])),
    books: [...state.books].map(([account, books]) => [
      account,
      Object.fromEntries(Object.entries(books).map(([name, map]) => [name, [...map]])),
    ]),
  };
  return JSON.stringify(saved);
}

function read(path: string): State {
  const state = emptyState();
  if (!existsSync(path)) return state;
  const parsed = Saved.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not payment data of this version: start afresh.`);
  state.port = parsed.data.port;
  for (const name of mapNames) fill(state[name], parsed.data.maps[name]);
  for (const [account, saved] of parsed.data.books) {
    const books: Books = emptyBooks();
    for (const [name, map] of Object.entries(books)) fill(map, saved[name]);
    state.books.set(account, books);
  }
  return state;
}

// Only this file writes the file, so that the values are what the maps held.
function fill(map: Map<string, unknown>, saved: readonly (readonly [string, unknown])[] = []): void {
  for (const [key, value] of saved) map.set(key, value);
}

async function replaceFile(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, content, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
