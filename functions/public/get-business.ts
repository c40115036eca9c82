import type { Handler } from '../http/request.ts';

export const getBusiness: Handler<'public', 'getBusiness'> = async ({ configuration }) => {
  const { slug, name, locale, currency, brand, contact, features } = configuration.business.value;
  return { slug, name, locale, currency, brand, contact, features };
};
