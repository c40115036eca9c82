import { Stripe } from 'stripe';
import { stripePayments } from '../functions/gateways/stripe-payments.ts';
import { chargesOfInstance, chargesPerSecond } from '../functions/jobs/charge-pace.ts';
import { createClock } from '../local/clock.ts';
import { type StripeSimulator, startStripeSimulator } from '../local/stripe/start.ts';
import type { Database } from './database.ts';
import { type CardSalon, enrolMembers, openSalon } from './due-members.ts';
import { report } from './figures.ts';
import { withLog } from './log-lines.ts';
import { sweep } from './sweep.ts';
import { startWorker } from './worker.ts';

/** Requests a second that the provider takes at one endpoint of an account. */
const providerLimit = 25;
const apiKey = 'sk_test_bench';

export interface PacedRateOptions {
  readonly memberships: number;
  /** Of the first member; the numbers before are taken. */
  readonly from: number;
  /** Milliseconds that the provider takes for an answer. */
  readonly latency: number;
}

/**
 * Renews memberships of one salon, all waiting at once, through the product's own adapter at a provider that refuses
 * more than its limit, in real time.
 */
export async function measurePacedRate({ table }: Database, options: PacedRateOptions): Promise<void> {
  const { memberships, from, latency } = options;
  const simulator = await startStripeSimulator({
    clock: createClock(),
    secret: async () => ({ apiKey, webhookSecrets: ['whsec_bench'] }),
    webhookUrl: () => 'http://127.0.0.1:9/api/webhooks/stripe',
  });
  try {
    // Nobody listens: the events stay with the provider.
    simulator.control.webhooks({ hold: true });
    const salon = await salonAt(simulator, latency);
    await openSalon(table, salon);
    await enrolMembers(table, [salon], from, from + memberships);
    const { bodies } = await sweep(table);
    if (bodies.length !== memberships) throw new Error(`the sweep found ${bodies.length} of ${memberships}`);

    simulator.control.delay(latency);
    simulator.control.rateLimit(providerLimit);
    const secret = async () => ({ apiKey, webhookSecrets: [] });
    const renew = startWorker(table, stripePayments({ secret, origin: simulator.endpoint }), chargesOfInstance);
    const started = performance.now();
    const lines = await withLog(() => renew(bodies));
    const seconds = (performance.now() - started) / 1000;
    reportPace(simulator, {
      memberships,
      latency,
      seconds,
      paid: lines.filter(({ outcome }) => outcome === 'paid').length,
    });
  } finally {
    await simulator.close();
  }
}

/** An account with a card on file, one for each latency: the pace of one does not slow another. */
async function salonAt({ control, endpoint }: StripeSimulator, latency: number): Promise<CardSalon> {
  const accountId = `acct_paced${latency}`;
  control.openAccount({ id: accountId, name: 'Paced', country: 'US', currency: 'usd' });
  const { hostname, port } = new URL(endpoint);
  const stripe = new Stripe(apiKey, { host: hostname, port, protocol: 'http', stripeAccount: accountId });
  const { id: customerId } = await stripe.customers.create({ name: 'Mia Member' });
  const { id: paymentMethodId } = await stripe.paymentMethods.attach('pm_card_visa', { customer: customerId });
  return { slug: `paced-${latency}`, accountId, customerId, paymentMethodId };
}

function reportPace(
  { control, payments }: StripeSimulator,
  { memberships, latency, seconds, paid }: { memberships: number; latency: number; seconds: number; paid: number },
): void {
  const { requests, answers429 } = control.counters();
  const charged = payments().filter(({ status }) => status === 'succeeded').length;
  if (paid !== memberships || charged !== memberships) throw new Error(`${paid} paid, ${charged} charged`);
  // The first second's turns are there at once, and are not what lasts.
  const share = (memberships - chargesPerSecond) / seconds / chargesPerSecond;
  const asked = requests['POST /v1/payment_intents'] ?? 0;
  report(
    `at a provider that takes ${providerLimit}/s, ${latency} ms`,
    `${memberships} renewals in ${seconds.toFixed(1)} s`,
  );
  report('  answers 429', `${answers429}`, 'must be 0');
  report('  of the allowed rate', `${(share * 100).toFixed(1)} % of ${chargesPerSecond}/s`, 'must be ≥ 90 %');
  report('  provider calls per renewal', (asked / memberships).toFixed(2), 'must be 1');
}
