import { duePartition, dueShards } from './keys.ts';
import type { DueKey, Key, Table } from './table.ts';

/** A member whose credit account has something past its last day. */
export interface DueMember {
  readonly slug: string;
  readonly memberId: string;
}

/** Accounts of one page: twenty batches of the queue. */
const pageSize = 200;

/** Keys of accounts look like `B#<slug>#M#<member>`; neither part contains a `#`. */
function memberOf({ pk }: Key): DueMember {
  const [, slug, , memberId] = pk.split('#');
  if (slug === undefined || memberId === undefined) throw new Error(`not the key of a credit account: ${pk}`);
  return { slug, memberId };
}

/** The shards of the index, each a question of its own. */
export const expiryShards: readonly number[] = Array.from({ length: dueShards }, (_, shard) => shard);

/** Some of a shard's members, and where to go on; no `next` after the last. */
export interface DuePage {
  readonly members: readonly DueMember[];
  readonly next?: DueKey;
}

/** Members of one shard whose credits were due at an instant (milliseconds), longest due first. The index lags by moments. */
export async function dueMembers(table: Table, shard: number, at: number, after?: DueKey): Promise<DuePage> {
  // Due times go on with `#<slug>#<member>`; `~` sorts after all of that, so what is due at this very instant is in.
  const until = `${new Date(at).toISOString()}#~`;
  const pk = duePartition('CREDIT-EXPIRY', shard);
  const keys = await table.due({ pk, until, limit: pageSize, ...(after === undefined ? {} : { after }) });
  const last = keys.length < pageSize ? undefined : keys.at(-1);
  return { members: keys.map(memberOf), ...(last === undefined ? {} : { next: last }) };
}
