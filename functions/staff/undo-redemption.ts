import { undoBenefitUse } from '../../shared/domain/benefit-use.ts';
import { undoRedemption as undoUseOfCredit } from '../../shared/domain/credit-use.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { EntryRow } from '../store/credit-writes.ts';
import { keys } from '../store/keys.ts';
import { parseRow, rowOf } from '../store/stored.ts';
import { insert } from '../store/table.ts';
import { balanceOf } from './balance.ts';

export const undoRedemption: Handler<'staff', 'undoRedemption'> = async (request) => {
  const { slug, path, instance } = request;
  const { memberId, sequence } = path;
  const mark = keys.undone(slug, memberId, sequence);
  return request.change(async () => {
    const snapshot = await request.loadMember();
    const [row, undone] = await instance.table.read([keys.entry(slug, memberId, sequence), mark]);
    refuseUnless(row, 'not_found');
    refuseUnless(undone === undefined, 'already_undone');
    const used = parseRow(EntryRow, row).value.entry;
    // A mistake shows at once. Later it is a correction, which not everybody at the desk may make.
    refuseUnless(used.on === request.today || request.may('credits.adjust'), 'undo_too_late');
    const undo = used.kind === 'USE' ? undoBenefitUse : undoUseOfCredit;
    const decision = undo(snapshot.account.value, used, { ...request.occasion(), causeId: `entry.${sequence}` });
    const until = decision.entries[0]?.extendsTo;
    return {
      writes: [insert(rowOf(mark, { sequence })), ...request.creditWrites(snapshot, decision)],
      reply: {
        ...balanceOf(request, decision),
        ...(until === undefined ? {} : { usableUntil: until }),
      },
    };
  });
};
