import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { partitions } from '../store/keys.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { PastDueRow } from '../store/membership-writes.ts';
import { parseRow } from '../store/stored.ts';
import { pastDueLine } from '../views/past-due-view.ts';

const usualPage = 25;

/** Oldest first. The rows say which memberships; each line is made from the client's own rows, so it is never stale. */
export const listPastDue: Handler<'staff', 'listPastDue'> = async (request) => {
  const { instance, slug, today, query } = request;
  const configuration = await request.reloadConfiguration();
  const { rows } = await instance.table.query({ pk: partitions.pastDue(slug) });
  const live = rows
    .map((row) => ({ membershipId: row.sk, ...parseRow(PastDueRow, row).value }))
    .filter((line) => line.live)
    .sort((a, b) => a.since.localeCompare(b.since) || a.membershipId.localeCompare(b.membershipId));
  const after = query.cursor === undefined ? -1 : live.findIndex(({ membershipId }) => membershipId === query.cursor);
  const page = live.slice(after + 1, after + 1 + (query.limit ?? usualPage));
  const members = await Promise.all(page.map(({ memberId }) => loadMember(instance.table, slug, memberId)));
  const items = page.flatMap(({ membershipId }, position) => {
    const member = members[position];
    if (!member) throw new Refusal('not_found');
    return pastDueLine(member, membershipId, configuration, today) ?? [];
  });
  const last = page.at(-1)?.membershipId;
  const hasMore = live.length > after + 1 + page.length;
  const { currency } = configuration.business.value;
  return {
    items,
    ...(hasMore && last !== undefined ? { cursor: last } : {}),
    total: { amount: live.reduce((sum, { amount }) => sum + amount, 0), currency },
    count: live.length,
  };
};
