import { Estimate } from '../../shared/domain/estimate.ts';
import { type EstimateListState, ListedEstimate, listedSince, listStateOn } from '../../shared/domain/estimate-list.ts';
import type { Handler } from '../http/request.ts';
import { keys, partitions, prefixes } from '../store/keys.ts';
import { ProfileRow } from '../store/profile-row.ts';
import { parseRow } from '../store/stored.ts';
import type { Table } from '../store/table.ts';
import { estimateSummary } from '../views/estimate-view.ts';

/** Each line is read in two rows, and a batch reads a hundred. */
const mostLines = 50;
const usualPage = 25;

interface Listed extends ListedEstimate {
  readonly estimateId: string;
  readonly shown: EstimateListState | undefined;
}

/** What somebody waits for, longest first; what came to nothing, newest first. */
const order: Readonly<Record<EstimateListState, 1 | -1>> = {
  open: 1,
  accepted: 1,
  unpaid: 1,
  declined: -1,
  expired: -1,
};

/** The rows of the list say which estimates; each line is made from the client's own rows, so it is never stale. */
export const listAllEstimates: Handler<'staff', 'listAllEstimates'> = async (request) => {
  const { instance, slug, today, query, configuration } = request;
  const { rows } = await instance.table.query({ pk: partitions.estimates(slug), prefix: prefixes.listedEstimate });
  const listed: Listed[] = rows.map((row) => {
    const { value } = parseRow(ListedEstimate, row);
    return { ...value, estimateId: row.sk, shown: listStateOn(value, today), since: listedSince(value, today) };
  });
  const of = (state: EstimateListState) => listed.filter(({ shown }) => shown === state);
  const show = query.show ?? 'open';
  const shown = of(show).sort(
    (a, b) => order[show] * (a.since.localeCompare(b.since) || a.estimateId.localeCompare(b.estimateId)),
  );
  const after = query.cursor === undefined ? -1 : shown.findIndex(({ estimateId }) => estimateId === query.cursor);
  const page = shown.slice(after + 1, after + 1 + Math.min(query.limit ?? usualPage, mostLines));
  const last = page.at(-1)?.estimateId;
  const hasMore = shown.length > after + 1 + page.length;
  const { currency } = configuration.business.value;
  return {
    items: (await loadLines(instance.table, slug, page)).map(({ estimate, firstName, lastName, since }) => ({
      ...estimateSummary(estimate, request),
      memberId: estimate.memberId,
      firstName,
      lastName,
      since,
    })),
    ...(hasMore && last !== undefined ? { cursor: last } : {}),
    counts: {
      open: of('open').length,
      accepted: of('accepted').length,
      unpaid: of('unpaid').length,
      declined: of('declined').length,
      expired: of('expired').length,
    },
    total: { amount: shown.reduce((sum, { total }) => sum + total, 0), currency },
  };
};

async function loadLines(table: Table, slug: string, page: readonly Listed[]) {
  if (page.length === 0) return [];
  const rows = await table.read([
    ...page.map(({ memberId, estimateId }) => keys.estimate(slug, memberId, estimateId)),
    ...page.map(({ memberId }) => keys.profile(slug, memberId)),
  ]);
  return page.map(({ estimateId, since }, position) => {
    const estimate = rows[position];
    const profile = rows[page.length + position];
    if (!estimate || !profile) throw new Error(`${estimateId} is listed without its estimate or client`);
    const { firstName, lastName } = parseRow(ProfileRow, profile).value.profile;
    return { estimate: parseRow(Estimate, estimate).value, firstName, lastName, since };
  });
}
