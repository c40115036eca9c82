import { takeBackPassedOn } from '../../shared/domain/credit-transfer.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { EntryRow } from '../store/credit-writes.ts';
import { keys } from '../store/keys.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { parseRow, rowOf } from '../store/stored.ts';
import { insert } from '../store/table.ts';
import { balanceOf } from './balance.ts';

export const takeBackPassedOnCredit: Handler<'staff', 'takeBackPassedOnCredit'> = async (request) => {
  const { slug, path, instance } = request;
  const { memberId, sequence } = path;
  const mark = keys.undone(slug, memberId, sequence);
  return request.change(async () => {
    const giver = await request.loadMember();
    const [row, undone] = await instance.table.read([keys.entry(slug, memberId, sequence), mark]);
    refuseUnless(row, 'not_found');
    refuseUnless(undone === undefined, 'already_undone');
    const given = parseRow(EntryRow, row).value.entry;
    const { counterpart } = given;
    refuseUnless(given.kind === 'TRANSFER_OUT' && counterpart, 'not_a_transfer');
    const [receiver, [otherRow]] = await Promise.all([
      loadMember(instance.table, slug, counterpart.memberId),
      instance.table.read([keys.entry(slug, counterpart.memberId, counterpart.sequence)]),
    ]);
    if (!receiver || !otherRow) throw new Error(`the other half of entry ${sequence} of ${memberId} is missing`);
    const decision = takeBackPassedOn(
      { giver: giver.account.value, receiver: receiver.account.value },
      { given, received: parseRow(EntryRow, otherRow).value.entry },
      { ...request.occasion(), causeId: `entry.${sequence}` },
    );
    return {
      writes: [
        insert(rowOf(mark, { sequence })),
        ...request.creditWrites(giver, decision.giver),
        ...request.creditWrites(receiver, decision.receiver),
      ],
      reply: balanceOf(request, decision.giver),
    };
  });
};
