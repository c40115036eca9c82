import type { Handler } from '../http/request.ts';

export const getSettings: Handler<'staff', 'getSettings'> = async (request) => {
  const { business, plans, services, locations } = await request.reloadConfiguration();
  return {
    business: business.value,
    version: business.version,
    today: request.today,
    plans: plans.map(({ value }) => value),
    services: services.map(({ value }) => value),
    locations: locations.map(({ value }) => value),
  };
};
