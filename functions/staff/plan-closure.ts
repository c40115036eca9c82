import { addDays } from '../../shared/domain/calendar.ts';
import { isClosureOver, nobodyYet, refuseClosureDays } from '../../shared/domain/closure.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { closureSubject } from '../billing/close-salon.ts';
import type { Handler } from '../http/request.ts';
import { type ClosureRow, closureWrite, readClosure } from '../store/closure-row.ts';
import { announce } from '../store/event-writes.ts';
import { closureView } from '../views/closure-view.ts';

export const planClosure: Handler<'staff', 'planClosure'> = async (request) => {
  const { body, slug, today, at, staff, configuration, instance } = request;
  const { from, lastDay, expected } = body;
  refuseClosureDays(body, today);
  return request.change(async () => {
    const before = await readClosure(instance.table, slug);
    refuseUnless(before === undefined || isClosureOver(before.value, today), 'closure_planned');
    const closure: ClosureRow = {
      from,
      until: addDays(lastDay, 1),
      plannedAt: at,
      plannedBy: staff.staffId,
      expected,
      state: 'pausing',
      count: nobodyYet,
      named: [],
    };
    return {
      writes: [
        closureWrite(slug, before, closure, at),
        announce(request.event('closure.planned', closureSubject(closure))),
      ],
      reply: { closure: await closureView(instance.table, configuration, closure, today) },
    };
  });
};
