import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { FailedRefundRow } from '../store/failed-refund-rows.ts';
import { partitions } from '../store/keys.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { parseRow } from '../store/stored.ts';

/** Oldest first: few, since each is seen to. */
export const listFailedRefunds: Handler<'staff', 'listFailedRefunds'> = async ({ instance, slug, configuration }) => {
  const { currency } = configuration.business.value;
  const { rows } = await instance.table.query({ pk: partitions.failedRefunds(slug) });
  const live = rows
    .map((row) => parseRow(FailedRefundRow, row).value)
    .filter((refund) => refund.live)
    .sort((a, b) => a.on.localeCompare(b.on));
  const members = await Promise.all(live.map(({ memberId }) => loadMember(instance.table, slug, memberId)));
  const items = live.map(({ memberId, invoiceId, n, amount, on }, position) => {
    const member = members[position];
    if (!member) throw new Refusal('not_found');
    const { firstName, lastName } = member.profile;
    return { memberId, firstName, lastName, invoiceId, n, amount: { amount, currency }, on };
  });
  return { items };
};
