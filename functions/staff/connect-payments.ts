import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { connectWrites } from '../store/provider-rows.ts';

/** The country that a business's account is opened in, from how it writes dates and money. */
const countryOf = (locale: string): string => locale.slice(3);

/** Makes the business's own account at the provider, once, and opens the page on which the owner completes it. */
export const connectPayments: Handler<'staff', 'connectPayments'> = async (request) => {
  const { instance, slug, at } = request;
  const { business, payments } = await request.reloadConfiguration();
  const { name, contact, locale } = business.value;
  const accountId =
    payments?.value.accountId ??
    (await instance.payments.createAccount({ slug, name, email: contact.email, country: countryOf(locale) }));
  const settings = `${instance.siteOf(slug)}/admin/settings`;
  const url = await instance.payments.accountPage(accountId, { returnUrl: settings, refreshUrl: settings });
  return request.change(async () => {
    const now = (await request.reloadConfiguration()).payments;
    if (now !== undefined) return { writes: [], reply: { url } };
    return {
      writes: [
        ...connectWrites(slug, { accountId, ready: false, since: at }),
        announce(request.event('payments.connected', { ready: 0 })),
      ],
      reply: { url },
    };
  });
};
