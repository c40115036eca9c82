import type Stripe from 'stripe';
import type { PaymentSecret } from './payment-secret.ts';

/**
 * The version of Stripe's API whose shapes this code knows. A newer `stripe` package does not compile until this line
 * says so; the webhook endpoint at Stripe must then be moved to the same version, because events of another are parked.
 */
export const apiVersion = '2026-10-28.endive' satisfies Stripe.LatestApiVersion;

/** Milliseconds for one answer. The shortest of our functions has 10 seconds. */
const answerWithin = 8_000;

/** Where Stripe is and what opens it. Without an `origin` it is Stripe itself. */
export interface StripeConnection {
  readonly secret: PaymentSecret;
  readonly origin?: string | undefined;
}

/** Stripe's client, made at the first use: a function that handles no money this time does not load it. */
export type StripeClient = () => Promise<Stripe>;

/**
 * A client that keeps its connections and repeats nothing by itself, with one exception that it allows no choice in:
 * a connection that was closed while the function slept. The second request carries the same idempotency key.
 */
export function stripeClient({ secret, origin }: StripeConnection): StripeClient {
  let known: { readonly apiKey: string; readonly client: Stripe } | undefined;
  return async () => {
    const { apiKey } = await secret();
    if (known?.apiKey === apiKey) return known.client;
    const { Stripe: Client } = await import('stripe');
    const client = new Client(apiKey, {
      apiVersion,
      maxNetworkRetries: 0,
      timeout: answerWithin,
      telemetry: false,
      ...(origin === undefined ? {} : addressOf(origin)),
    });
    known = { apiKey, client };
    return client;
  };
}

function addressOf(origin: string): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  const { protocol, hostname, port } = new URL(origin);
  const isPlain = protocol === 'http:';
  return { protocol: isPlain ? 'http' : 'https', host: hostname, port: port || (isPlain ? 80 : 443) };
}

/** Whether a key opens the mode in which money is real. */
export const opensLiveMode = (apiKey: string): boolean => /^[rs]k_live_/.test(apiKey);
