import type { Handler } from '../http/request.ts';
import { households } from '../sharing/households.ts';
import { sharedCredits } from '../sharing/shared-credits.ts';

export const getSharing: Handler<'staff', 'getSharing'> = async (request) => {
  const { slug, today, instance } = request;
  const [snapshot, configuration] = await Promise.all([request.loadMember(), request.reloadConfiguration()]);
  const memberships = snapshot.memberships.map(({ value }) => value);
  const [shared, own] = await Promise.all([
    sharedCredits(instance.table, slug, snapshot, configuration, today),
    households(instance.table, slug, memberships, configuration, today),
  ]);
  return { shared, households: own };
};
