import type { Handler } from '../http/request.ts';
import { readyAccount } from '../store/configuration.ts';

export const getSettings: Handler<'staff', 'getSettings'> = async (request) => {
  const configuration = await request.reloadConfiguration();
  const { business, plans, services, locations } = configuration;
  return {
    business: business.value,
    version: business.version,
    today: request.today,
    plans: plans.map(({ value }) => value),
    services: services.map(({ value }) => value),
    locations: locations.map(({ value }) => value),
    takesCards: readyAccount(configuration) !== undefined,
  };
};
