import type { Payments } from './payments.ts';
import type { StripeClient } from './stripe-client.ts';
import { stripeErrorOf } from './stripe-errors.ts';

/** Connected accounts: each business has its own, with its own dashboard, fees and disputes. */
export function stripeAccounts(stripe: StripeClient): Pick<Payments, 'createAccount' | 'accountPage' | 'takesCharges'> {
  return {
    async createAccount({ slug, name, email, country }) {
      const { accounts } = await stripe();
      const account = await accounts.create(
        {
          controller: {
            fees: { payer: 'account' },
            losses: { payments: 'stripe' },
            requirement_collection: 'stripe',
            stripe_dashboard: { type: 'full' },
          },
          country,
          ...(email === undefined ? {} : { email }),
          business_profile: { name },
          capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
          metadata: { business: slug },
        },
        { idempotencyKey: `account.${slug}` },
      );
      return account.id;
    },

    async accountPage(account, { returnUrl, refreshUrl }) {
      const { accountLinks } = await stripe();
      const { url } = await accountLinks.create({
        account,
        type: 'account_onboarding',
        return_url: returnUrl,
        refresh_url: refreshUrl,
      });
      return url;
    },

    async takesCharges(account) {
      const { accounts } = await stripe();
      try {
        const { charges_enabled, capabilities } = await accounts.retrieve(account);
        return charges_enabled && capabilities?.card_payments === 'active';
      } catch (error) {
        // The business has closed it, or no longer lets us use it.
        if (stripeErrorOf(error)?.code === 'account_invalid') return false;
        throw error;
      }
    },
  };
}
