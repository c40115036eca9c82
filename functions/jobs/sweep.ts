import type { Queue } from '../gateways/queue.ts';
import { type DuePage, duePage, shards } from '../store/due-index.ts';
import type { DueKind } from '../store/keys.ts';
import type { DueKey, Table } from '../store/table.ts';

/** Rows queued by one run at most: what the backlog of a day's outage of many salons comes to. */
const mostPerRun = 50_000;

/** Shards that are asked at the same time: enough that a run does not wait for one answer after the other. */
const shardsAtOnce = 8;

/** What a run came to; `more_left` when the next one has to go on. */
export interface Swept {
  readonly outcome: 'done' | 'more_left';
  readonly queued: number;
}

/** Answers undefined for a row to leave for the next run. */
export type MessageOf = (key: DueKey) => { readonly message: unknown; readonly delaySeconds?: number } | undefined;

/** What a run asks next: a shard, from its beginning or after a page. */
interface Place {
  readonly shard: number;
  readonly after?: DueKey;
}

/**
 * Queues everything of a kind that was due at an instant (milliseconds), in pages, a page of each shard in turn, so that
 * the longest due come first when `hasTime` or the total ends the run; it holds the pages of a few shards at a time. A
 * row stays due until its work is written, so nothing is lost then, and one queued twice does no harm. `messageOf` is
 * asked in that order.
 */
export async function sweepDue(
  table: Table,
  queue: Queue,
  kind: DueKind,
  at: number,
  hasTime: () => boolean,
  messageOf: MessageOf,
): Promise<Swept> {
  let queued = 0;
  let places: readonly Place[] = shards.map((shard) => ({ shard }));
  while (places.length > 0) {
    const further: Place[] = [];
    for (const group of groupsOf(places, shardsAtOnce)) {
      if (queued >= mostPerRun || !hasTime()) return { outcome: 'more_left', queued };
      const pages = await Promise.all(group.map(({ shard, after }) => duePage(table, kind, shard, at, after)));
      const batches = pages.map((page) => {
        const messages = messagesOf(page, messageOf).slice(0, mostPerRun - queued);
        queued += messages.length;
        return messages;
      });
      await Promise.all(batches.map((messages) => send(queue, messages)));
      for (const [position, { shard }] of group.entries()) {
        const next = pages[position]?.next;
        if (next) further.push({ shard, after: next });
      }
    }
    places = further;
  }
  return { outcome: queued < mostPerRun ? 'done' : 'more_left', queued };
}

const messagesOf = ({ keys }: DuePage, messageOf: MessageOf) =>
  keys.map(messageOf).filter((message) => message !== undefined);

const send = (queue: Queue, messages: ReturnType<typeof messagesOf>): Promise<void> =>
  queue.send(
    messages.map(({ message }) => message),
    (position) => messages[position]?.delaySeconds ?? 0,
  );

function groupsOf<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, group) => items.slice(group * size, (group + 1) * size));
}
