import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One object; `headers` are those it is served with (content-type, cache-control, x-amz-meta-…). */
export interface StoredObject {
  readonly key: string;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** What a listing says about an object. */
export interface ObjectSummary {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly modifiedAt: number;
}

const schema = `CREATE TABLE IF NOT EXISTS objects (
  bucket TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, headers TEXT NOT NULL, etag TEXT NOT NULL,
  modifiedAt INTEGER NOT NULL, PRIMARY KEY (bucket, key)) WITHOUT ROWID`;

interface Row extends Omit<StoredObject, 'headers'> {
  readonly headers: string;
}

export type ObjectStore = ReturnType<typeof openObjectStore>;

/** Opens the objects of all buckets: in `objects.db` of the folder, or in memory without one. */
export function openObjectStore(dataFolder?: string) {
  if (dataFolder) mkdirSync(dataFolder, { recursive: true });
  const db = new DatabaseSync(dataFolder ? join(dataFolder, 'objects.db') : ':memory:');
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${schema}`);
  const put = db.prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?)');
  const get = db.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?');
  const remove = db.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');
  // Bytewise comparison of UTF-8 is the order S3 lists in, and SQLite's own.
  const list = db.prepare(`
    SELECT key, length(body) AS size, etag, modifiedAt FROM objects
    WHERE bucket = ? AND key > ? AND substr(key, 1, length(?3)) = ?3 ORDER BY key`);

  return {
    /** Stores an object and answers its ETag. */
    put(bucket: string, key: string, body: Uint8Array, headers: Readonly<Record<string, string>>): string {
      const etag = `"${createHash('md5').update(body).digest('hex')}"`;
      put.run(bucket, key, body, JSON.stringify(headers), etag, Date.now());
      return etag;
    },
    get(bucket: string, key: string): StoredObject | undefined {
      // The row comes from the schema above.
      const row = get.get(bucket, key) as unknown as Row | undefined;
      return row && { ...row, headers: JSON.parse(row.headers) };
    },
    remove: (bucket: string, key: string) => remove.run(bucket, key),
    /** Objects after `after` whose keys begin with `prefix`, in the order of their keys. */
    list: (bucket: string, after: string, prefix: string) =>
      list.all(bucket, after, prefix) as unknown as readonly ObjectSummary[],
    close: () => db.close(),
  };
}
