import { addDays } from '../../shared/domain/calendar.ts';
import { refuseClosureDays } from '../../shared/domain/closure.ts';
import type { Handler } from '../http/request.ts';
import { closurePreview } from '../views/closure-preview.ts';
import { partOfEverybody } from './part-of-everybody.ts';

export const previewClosure: Handler<'staff', 'previewClosure'> = async (request) => {
  const { body, today } = request;
  refuseClosureDays(body, today);
  const known = await request.reloadConfiguration();
  const { clients, next } = await partOfEverybody(request, known, body.after);
  const closure = { from: body.from, until: addDays(body.lastDay, 1) };
  const preview = closurePreview(clients, closure, known.business.value.currency);
  return { ...preview, ...(next === undefined ? {} : { next }) };
};
