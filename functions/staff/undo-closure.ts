import { undoClosure as undo } from '../../shared/domain/closure.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { closureSubject } from '../billing/close-salon.ts';
import type { Handler } from '../http/request.ts';
import { closureWrite, readClosure } from '../store/closure-row.ts';
import { announce } from '../store/event-writes.ts';
import { closureView } from '../views/closure-view.ts';

/** Milliseconds until undoing begins: a page that is at work at this moment is finished by then. */
const afterPage = 60_000;

export const undoClosure: Handler<'staff', 'undoClosure'> = async (request) => {
  const { body, slug, today, at, configuration, instance } = request;
  return request.change(async () => {
    const before = await readClosure(instance.table, slug);
    refuseUnless(before !== undefined && before.value.from === body.from, 'not_found');
    const { state } = before.value;
    const isUndone = state === 'undoing' || state === 'undone';
    const { after: _, ...rest } = before.value;
    const closure = isUndone ? before.value : { ...rest, ...undo(before.value, today), named: [] };
    return {
      writes: isUndone
        ? []
        : [
            closureWrite(slug, before, closure, at + afterPage),
            announce(request.event('closure.undone', closureSubject(closure))),
          ],
      reply: { closure: await closureView(instance.table, configuration, closure, today) },
    };
  });
};
