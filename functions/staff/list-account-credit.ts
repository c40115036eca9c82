import { signedAmount } from '../../shared/domain/money-account.ts';
import type { Handler } from '../http/request.ts';
import { partitions, prefixes } from '../store/keys.ts';
import { MoneyRow } from '../store/money-writes.ts';
import { loadPage } from '../store/pages.ts';
import { parseRow } from '../store/stored.ts';
import { actorName } from '../views/person-view.ts';

export const listAccountCredit: Handler<'staff', 'listAccountCredit'> = async (request) => {
  const { instance, slug, path, configuration } = request;
  const list = { pk: partitions.member(slug, path.memberId), prefix: prefixes.money, newestFirst: true };
  const { rows, cursor } = await loadPage(instance.table, list, request.query);
  const items = rows.map((row) => {
    const { entry } = parseRow(MoneyRow, row).value;
    return {
      sequence: entry.sequence,
      kind: entry.kind,
      amount: signedAmount(entry),
      on: entry.on,
      reason: entry.reason.code,
      by: actorName(entry.actor, configuration),
    };
  });
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
