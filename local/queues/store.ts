import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One message as the store keeps it; instants in milliseconds. `receipt` is that of the latest receive, if any. */
export interface QueuedMessage {
  readonly seq: number;
  readonly id: string;
  readonly body: string;
  /** Message attributes as the JSON text they were sent with. */
  readonly attributes: string;
  readonly groupId: string | null;
  readonly deduplicationId: string | null;
  readonly sentAt: number;
  readonly visibleAt: number;
  readonly receives: number;
  readonly firstReceivedAt: number | null;
  readonly receipt: string | null;
}

export type NewMessage = Pick<
  QueuedMessage,
  'body' | 'attributes' | 'groupId' | 'deduplicationId' | 'sentAt' | 'visibleAt'
>;

/** Counts as SQS reports them. */
export interface QueueCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

// One row is the whole state of a message: it is ready once visibleAt has passed, in flight while it has a receipt and
// visibleAt lies ahead, delayed when it lies ahead without one. So a crash loses nothing and nothing must be restored.
const schema = `
  CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
    attributes TEXT NOT NULL, groupId TEXT, deduplicationId TEXT, sentAt INTEGER NOT NULL, visibleAt INTEGER NOT NULL,
    receives INTEGER NOT NULL DEFAULT 0, firstReceivedAt INTEGER, receipt TEXT
  );
  CREATE INDEX IF NOT EXISTS ready ON messages (queue, visibleAt);
  CREATE UNIQUE INDEX IF NOT EXISTS receipts ON messages (receipt) WHERE receipt IS NOT NULL;
`;

export type QueueStore = ReturnType<typeof openQueueStore>;

/** Opens the messages of all queues: in `queues.db` of the folder, or in memory without one. */
export function openQueueStore(dataFolder?: string) {
  if (dataFolder) mkdirSync(dataFolder, { recursive: true });
  const db = new DatabaseSync(dataFolder ? join(dataFolder, 'queues.db') : ':memory:');
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  db.exec(schema);
  const insert = db.prepare(
    'INSERT INTO messages (queue, id, body, attributes, groupId, deduplicationId, sentAt, visibleAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const ready = db.prepare('SELECT * FROM messages WHERE queue = ? AND visibleAt <= ? ORDER BY seq LIMIT ?');
  // A FIFO queue hands out nothing of a group while one of its messages is being worked on.
  const readyInOrder = db.prepare(`
    SELECT * FROM messages WHERE queue = ? AND visibleAt <= ?2 AND groupId NOT IN (
      SELECT groupId FROM messages WHERE queue = ?1 AND receipt IS NOT NULL AND visibleAt > ?2
    ) ORDER BY seq LIMIT ?3`);
  const hand = db.prepare(
    'UPDATE messages SET receipt = ?, visibleAt = ?, receives = receives + 1, firstReceivedAt = coalesce(firstReceivedAt, ?) WHERE seq = ? RETURNING *',
  );
  const move = db.prepare('UPDATE messages SET queue = ?, visibleAt = ?, receipt = NULL WHERE seq = ?');
  const remove = db.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?');
  const postpone = db.prepare('UPDATE messages SET visibleAt = ? WHERE queue = ? AND receipt = ? AND visibleAt > ?');
  const hasten = db.prepare(
    'UPDATE messages SET visibleAt = max(?2, visibleAt - ?1) WHERE receipt IS NULL AND visibleAt > ?2',
  );
  const next = db.prepare('SELECT min(visibleAt) AS at FROM messages WHERE queue = ? AND visibleAt > ?');
  const count = db.prepare(`
    SELECT count(*) FILTER (WHERE visibleAt <= ?2) AS visible,
      count(*) FILTER (WHERE visibleAt > ?2 AND receipt IS NOT NULL) AS inFlight,
      count(*) FILTER (WHERE visibleAt > ?2 AND receipt IS NULL) AS delayed
    FROM messages WHERE queue = ?1`);
  const all = db.prepare('SELECT * FROM messages WHERE queue = ? ORDER BY seq');
  const purge = db.prepare('DELETE FROM messages WHERE queue = ?');

  return {
    /** Adds a message and answers its id. */
    add(queue: string, message: NewMessage): string {
      const { body, attributes, groupId, deduplicationId, sentAt, visibleAt } = message;
      const id = randomUUID();
      insert.run(queue, id, body, attributes, groupId, deduplicationId, sentAt, visibleAt);
      return id;
    },
    /** The messages that could be received at `now`, oldest first, untouched. */
    ready: (queue: string, now: number, limit: number, fifo: boolean) =>
      rows((fifo ? readyInOrder : ready).all(queue, now, limit)),
    /** Marks a message as received until `visibleAt`, under a new receipt. */
    hand: (seq: number, now: number, visibleAt: number) => rows([hand.get(randomUUID(), visibleAt, now, seq)])[0],
    /** Puts a message on another queue, ready to be received there. */
    move: (seq: number, queue: string, now: number) => move.run(queue, now, seq),
    /** Deletes by receipt; false when no message carries it (any more). */
    remove: (queue: string, receipt: string) => remove.run(queue, receipt).changes === 1,
    /** Moves the end of the visibility timeout; false when the message is not in flight. */
    postpone: (queue: string, receipt: string, visibleAt: number, now: number) =>
      postpone.run(visibleAt, queue, receipt, now).changes === 1,
    /** Takes milliseconds off the delay of every message that was never received. */
    hasten: (milliseconds: number, now: number) => hasten.run(milliseconds, now),
    /** When the next message that is now invisible becomes ready; Infinity when there is none. */
    nextVisibleAt: (queue: string, now: number) => Number(next.get(queue, now)?.at ?? Number.POSITIVE_INFINITY),
    counts: (queue: string, now: number) => count.get(queue, now) as unknown as QueueCounts,
    all: (queue: string) => rows(all.all(queue)),
    purge: (queue: string) => purge.run(queue),
    close: () => db.close(),
  };
}

// The rows come from the statements above, over the schema above.
function rows(found: readonly unknown[]): QueuedMessage[] {
  return found.filter((row) => row !== undefined) as QueuedMessage[];
}
