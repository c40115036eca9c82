import { Stripe } from 'stripe';
import type { ChargeOrder } from '../../functions/gateways/payments.ts';
import { stripePayments } from '../../functions/gateways/stripe-payments.ts';
import { createClock } from '../../local/clock.ts';
import { startStripeSimulator } from '../../local/stripe/start.ts';

const apiKey = 'sk_test_local';
export const hour = 3_600_000;

/** The simulator on a clock that stands still, one salon that takes cards, and our adapter before the real client. */
export async function stripeWorld() {
  const clock = createClock({ frozenAt: Date.parse('2026-03-01T09:00:00Z') });
  const secret = async () => ({ apiKey, webhookSecrets: ['whsec_local'] });
  const simulator = await startStripeSimulator({ clock, secret, webhookUrl: () => 'http://127.0.0.1:9/nobody' });
  const { control } = simulator;
  control.webhooks({ hold: true });
  const account = control.openAccount({ name: 'Willow Spa' }).id;
  const payments = stripePayments({ secret, origin: simulator.endpoint });
  const { hostname, port } = new URL(simulator.endpoint);
  const direct = new Stripe(apiKey, { host: hostname, port, protocol: 'http', stripeAccount: account });

  /** A member whose card is on file; `card` is one of the simulator's, such as `pm_card_visa`. */
  async function member(card = 'pm_card_visa'): Promise<Pick<ChargeOrder, 'customerId' | 'paymentMethodId'>> {
    const customer = await direct.customers.create({ name: 'Mia Example' });
    const method = await direct.paymentMethods.attach(card, { customer: customer.id });
    return { customerId: customer.id, paymentMethodId: method.id };
  }

  /** The first try for an invoice of 49.00 €. */
  const order = (of: Pick<ChargeOrder, 'customerId' | 'paymentMethodId'>, attempt = 'inv_1.1'): ChargeOrder => ({
    ...of,
    amount: 4900,
    currency: 'EUR',
    description: 'Gold',
    metadata: { business: 'willow', memberId: 'mem_1', membershipId: 'ms_1', invoiceId: 'inv_1', attempt },
    key: `key of ${attempt}`,
  });

  return {
    clock,
    simulator,
    control,
    account,
    payments,
    direct,
    member,
    order,
    /** What the provider took or tried to take, oldest first. */
    taken: () =>
      simulator
        .payments()
        .toReversed()
        .map(({ status }) => status),
    close: () => simulator.close(),
  };
}

export type StripeWorld = Awaited<ReturnType<typeof stripeWorld>>;
