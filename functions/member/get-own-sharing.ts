import type { Handler } from '../http/request.ts';
import { households } from '../sharing/households.ts';
import { sharedCredits } from '../sharing/shared-credits.ts';

export const getOwnSharing: Handler<'member', 'getOwnSharing'> = async (request) => {
  const { slug, today, instance, member } = request;
  const configuration = await request.reloadConfiguration();
  const memberships = member.memberships.map(({ value }) => value);
  const [shared, own] = await Promise.all([
    sharedCredits(instance.table, slug, member, configuration, today),
    households(instance.table, slug, memberships, configuration, today),
  ]);
  return { shared, households: own };
};
