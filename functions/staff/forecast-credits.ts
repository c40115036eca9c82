import { creditForecast } from '../billing/credit-forecast.ts';
import type { Handler } from '../http/request.ts';
import { knowsPlansOf } from '../store/configuration.ts';

export const forecastCredits: Handler<'staff', 'forecastCredits'> = async (request) => {
  const { slug, today, instance } = request;
  const member = await request.loadMember();
  const memberships = member.memberships.map(({ value }) => value);
  const configuration = knowsPlansOf(request.configuration, memberships)
    ? request.configuration
    : await request.reloadConfiguration();
  return creditForecast(instance.table, { slug, member, configuration, today });
};
