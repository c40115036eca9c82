import type { Handler } from '../http/request.ts';
import { isOutdated } from '../views/membership-view.ts';
import { memberPage } from './member-page.ts';

export const getMember: Handler<'staff', 'getMember'> = async (request) => {
  const snapshot = await request.loadMember();
  const memberships = snapshot.memberships.map(({ value }) => value);
  const configuration = isOutdated(memberships, request.configuration)
    ? await request.reloadConfiguration()
    : request.configuration;
  return memberPage(snapshot, configuration, request.today, request.may);
};
