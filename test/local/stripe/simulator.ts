import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Stripe } from 'stripe';
import { createClock } from '../../../local/clock.ts';
import { startStripeSimulator } from '../../../local/stripe/start.ts';

export const apiKey = 'sk_test_local';
export const secrets = ['whsec_first', 'whsec_second'];
export const start = Date.parse('2026-03-01T09:00:00Z');

/** A webhook as it arrived. */
export interface Arrived {
  readonly body: string;
  readonly signature: string;
}

/** The salon's side of the webhooks: keeps what arrives and answers with `status`. */
export async function startReceiver() {
  const arrived: Arrived[] = [];
  const receiver = { arrived, status: 200, url: '', close: async () => {} };
  const server = createServer(async (request, response) => {
    arrived.push({ body: await text(request), signature: String(request.headers['stripe-signature']) });
    response.writeHead(receiver.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/stripe`;
  receiver.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return receiver;
}

/** A simulator on a clock that stands still, one salon that can take money, and the real client. */
export async function startStripeForTests({ dataFile }: { dataFile?: string } = {}) {
  const clock = createClock({ frozenAt: start });
  const receiver = await startReceiver();
  let key = apiKey;
  const simulator = await startStripeSimulator({
    clock,
    secret: async () => ({ apiKey: key, webhookSecrets: secrets }),
    webhookUrl: () => receiver.url,
    ...(dataFile === undefined ? {} : { dataFile }),
  }).catch(async (error) => {
    await receiver.close();
    throw error;
  });
  const { hostname, port } = new URL(simulator.endpoint);
  const client = (more: Partial<NonNullable<ConstructorParameters<typeof Stripe>[1]>> = {}) =>
    new Stripe(apiKey, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false, ...more });
  const account = simulator.control.openAccount({ id: 'acct_lindenhof', name: 'Salon Lindenhof' }).id;
  return {
    clock,
    receiver,
    simulator,
    account,
    client,
    /** Speaks for the salon. */
    stripe: client({ stripeAccount: account }),
    platform: client(),
    rotateKey: (next: string) => {
      key = next;
    },
    /** The types of the events that have arrived, in order. */
    async events(): Promise<string[]> {
      await simulator.idle();
      return receiver.arrived.map(({ body }) => (JSON.parse(body) as Stripe.Event).type);
    },
    async close() {
      await simulator.close();
      await receiver.close();
    },
  };
}

export type TestStripe = Awaited<ReturnType<typeof startStripeForTests>>;

/** A member of the salon with a saved card; `card` is an alias such as `pm_card_visa`. */
export async function memberWithCard({ stripe }: Pick<TestStripe, 'stripe'>, card = 'pm_card_visa') {
  const customer = await stripe.customers.create({ name: 'Zoë Example', email: 'zoe@example.com' });
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id });
  return { customer: customer.id, payment_method: method.id };
}

/** A renewal: charged while the member is not there. */
export const renewal = (member: { customer: string; payment_method: string }, attempt = 'a1') => ({
  amount: 4900,
  currency: 'eur',
  confirm: true,
  off_session: true,
  metadata: { attempt, business: 'lindenhof' },
  description: 'Gold, March',
  ...member,
});

/** Sends a form of a hosted page as a browser does, without following where it leads. */
export async function submit(url: string, fields: Readonly<Record<string, string>>) {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location') ?? '', html: await response.text() };
}

/** The form of the card page. */
export const typed = (number: string, more: Readonly<Record<string, string>> = {}) => ({
  email: 'zoe@example.com',
  number,
  expiry: '12 / 30',
  cvc: '123',
  name: 'Zoë Example',
  ...more,
});
