import type { Handler } from '../http/request.ts';
import { keys, partitions, prefixes } from '../store/keys.ts';
import { loadPage } from '../store/pages.ts';
import { entriesOf, entryView } from '../views/credit-view.ts';
import { actorName } from '../views/person-view.ts';
import { userNames } from '../views/user-names.ts';

export const listCreditEntries: Handler<'staff', 'listCreditEntries'> = async (request) => {
  const { slug, path, instance, configuration } = request;
  const { memberId } = path;
  const account = (await request.loadMember()).account.value;
  const list = { pk: partitions.member(slug, memberId), prefix: prefixes.entry, newestFirst: true };
  const { rows, cursor } = await loadPage(instance.table, list, request.query);
  const entries = entriesOf(rows, account);
  const names = await userNames(
    instance.table,
    slug,
    entries.map(({ entry }) => entry),
  );
  const used = entries
    .filter(({ entry }) => entry.kind === 'CONSUME' || entry.kind === 'USE')
    .map(({ entry }) => entry.sequence);
  const marks = used.length === 0 ? [] : await instance.table.read(used.map((n) => keys.undone(slug, memberId, n)));
  const undone = new Set(used.filter((_, at) => marks[at] !== undefined));

  const items = entries.map(({ entry, note }) => ({
    ...entryView(entry, account, names),
    bucketId: entry.bucketId,
    reason: entry.reason.code,
    ...(note === undefined ? {} : { note }),
    by: actorName(entry.actor, configuration),
    ...(entry.usedAt === undefined ? {} : { usedAt: entry.usedAt }),
    undone: undone.has(entry.sequence),
  }));
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
