import { createHash } from 'node:crypto';
import type { Payments } from './payments.ts';
import type { StripeClient } from './stripe-client.ts';
import { sentMetadata } from './stripe-metadata.ts';

/** Customers: what cards on file belong to. */
export function stripeCustomers(stripe: StripeClient): Pick<Payments, 'createCustomer'> {
  return {
    async createCustomer(account, { memberId, business, email, name }) {
      const { customers } = await stripe();
      const asked = { name, ...(email === undefined ? {} : { email }), metadata: sentMetadata({ business, memberId }) };
      // Of what is asked too: a person whose address was corrected in between must not be refused for a day.
      const content = createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
      const { id } = await customers.create(asked, {
        stripeAccount: account,
        idempotencyKey: `customer.${memberId}.${content}`,
      });
      return id;
    },
  };
}
