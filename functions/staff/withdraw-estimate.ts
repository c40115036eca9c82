import { withdrawEstimate as withdraw } from '../../shared/domain/estimate-answer.ts';
import type { Handler } from '../http/request.ts';
import { estimateWrites } from '../store/estimate-rows.ts';
import { announce } from '../store/event-writes.ts';
import { loadEstimate } from './member-estimate.ts';

export const withdrawEstimate: Handler<'staff', 'withdrawEstimate'> = async (request) => {
  const { slug, path, body, today } = request;
  const { memberId, estimateId } = path;
  return request.change(async () => {
    const { before, view } = await loadEstimate(request, path);
    const after = withdraw(before.value, body.accepted === true, today);
    return {
      writes: [
        ...estimateWrites(slug, before, after, today),
        announce(request.event('estimate.withdrawn', { estimateId }, memberId)),
      ],
      reply: view(after),
    };
  });
};
