import type { Handler } from '../http/request.ts';
import { readyAccount } from '../store/configuration.ts';

export const getBusiness: Handler<'public', 'getBusiness'> = async ({ configuration }) => {
  const { slug, name, locale, timeZone, currency, brand, contact, features } = configuration.business.value;
  const takesCards = readyAccount(configuration) !== undefined;
  return { slug, name, locale, timeZone, currency, brand, contact, features, takesCards };
};
