import type { Queue } from '../gateways/queue.ts';
import { type DuePage, duePage, shards } from '../store/due-index.ts';
import type { DueKind } from '../store/keys.ts';
import type { DueKey, Table } from '../store/table.ts';

/** Rows queued by one run at most: what the backlog of a day's outage of many salons comes to. */
const mostPerRun = 50_000;

/** What a run came to; `more_left` when the next one has to go on. */
export interface Swept {
  readonly outcome: 'done' | 'more_left';
  readonly queued: number;
}

/**
 * Queues everything of a kind that was due at an instant (milliseconds), in pages, a page of each shard in turn, so that
 * the longest due come first when `hasTime` or the total ends the run. A row stays due until its work is written, so
 * nothing is lost then, and one queued twice does no harm. `messageOf` answers undefined for a row to leave for the
 * next run.
 */
export async function sweepDue(
  table: Table,
  queue: Queue,
  kind: DueKind,
  at: number,
  hasTime: () => boolean,
  messageOf: (key: DueKey) => { readonly message: unknown; readonly delaySeconds?: number } | undefined,
): Promise<Swept> {
  let queued = 0;
  let places: { readonly shard: number; readonly after?: DuePage['next'] }[] = shards.map((shard) => ({ shard }));
  while (places.length > 0) {
    const further: typeof places = [];
    for (const { shard, after } of places) {
      if (queued >= mostPerRun || !hasTime()) return { outcome: 'more_left', queued };
      const { keys, next } = await duePage(table, kind, shard, at, after);
      const found = keys.map(messageOf).filter((message) => message !== undefined);
      await queue.send(
        found.map(({ message }) => message),
        (position) => found[position]?.delaySeconds ?? 0,
      );
      queued += found.length;
      if (next) further.push({ shard, after: next });
    }
    places = further;
  }
  return { outcome: 'done', queued };
}
