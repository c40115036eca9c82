import { addDays } from '../../shared/domain/calendar.ts';
import { refuseClosureDays } from '../../shared/domain/closure.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import { sceneOf, withPlansOf } from '../billing/scene.ts';
import type { Handler } from '../http/request.ts';
import { everybodyPage } from '../store/everybody.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { closurePreview } from '../views/closure-preview.ts';

/** Clients of one part: what a call can read while somebody looks on. */
const partSize = 40;

export const previewClosure: Handler<'staff', 'previewClosure'> = async (request) => {
  const { body, slug, today, at, actor, requestId, instance } = request;
  refuseClosureDays(body, today);
  const { table } = instance;
  const page = await everybodyPage(table, slug, { after: body.after, limit: partSize });
  const [known, ...members] = await Promise.all([
    request.reloadConfiguration(),
    ...page.memberIds.map((memberId) => loadMember(table, slug, memberId)),
  ]);
  const world = billingWorldOf(request);
  const all = members.flatMap((member) => (member ? member.memberships.map(({ value }) => value) : []));
  const configuration = await withPlansOf(world, known, all);
  const clients = members.map((member) => ({
    scenes: (member?.memberships ?? []).map((stored) => {
      const { memberId, membershipId } = stored.value;
      const scene = { slug, memberId, membershipId, actor, at, requestId };
      return sceneOf(world, scene, configuration, member as NonNullable<typeof member>, stored);
    }),
  }));
  const closure = { from: body.from, until: addDays(body.lastDay, 1) };
  const preview = closurePreview(clients, closure, configuration.business.value.currency);
  return { ...preview, ...(page.next === undefined ? {} : { next: page.next }) };
};
