import type { PlanVersion } from '../../shared/domain/plan.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { replace } from '../store/table.ts';

/** The newest version carries the mark; what the plan says stays as it was published. */
export const setPlanOffered: Handler<'staff', 'setPlanOffered'> = async (request) => {
  const { slug, path, body } = request;
  return request.change(async () => {
    const { plans } = await request.reloadConfiguration();
    const versions = plans.filter(({ value }) => value.planId === path.planId);
    const newest = versions.sort((a, b) => b.value.version - a.value.version)[0];
    if (!newest) throw new Refusal('not_found');
    if (newest.value.offered === body.offered) return { writes: [], reply: newest.value };
    const plan: PlanVersion = { ...newest.value, offered: body.offered };
    const type = body.offered ? 'plan.offered' : 'plan.withdrawn';
    return {
      writes: [
        replace(rowOf(keys.plan(slug, plan.planId, plan.version), plan), newest.version),
        announce(request.event(type, { planId: plan.planId, version: plan.version })),
      ],
      reply: plan,
    };
  });
};
