import type { FaultKind } from '../../local/stripe/faults.ts';
import type { ShownPayment } from '../../local/stripe/payments.ts';
import type { WebhookBehaviour } from '../../local/stripe/webhooks/delivery.ts';
import type { System } from './system.ts';

/** The payment provider of a running system as nobody but a test can reach it: its books, its faults, its webhooks. */
export interface Provider {
  /** Every try to take a business's money, oldest first. */
  paymentsOf(slug: string): Promise<readonly ShownPayment[]>;
  /** Lets the next `count` requests to an endpoint fail, e.g. `POST /v1/payment_intents`. */
  failNext(count: number, kind: FaultKind, endpoint: string): Promise<void>;
  webhooks(behaviour: Partial<WebhookBehaviour>): Promise<void>;
  /** Sends what is held or delayed, now. */
  releaseWebhooks(): Promise<void>;
}

export function providerOf({ ready }: System): Provider {
  async function ask<Reply>(method: 'GET' | 'POST', name: string, body?: unknown): Promise<Reply> {
    const response = await fetch(`${ready.paymentsUrl}/_control/${name}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Reply;
  }
  return {
    paymentsOf: async (slug) =>
      (await ask<ShownPayment[]>('GET', 'payments')).filter(({ business }) => business === slug).toReversed(),
    failNext: (count, kind, endpoint) => ask('POST', 'fail-next', { count, kind, endpoint }),
    webhooks: (behaviour) => ask('POST', 'webhooks', behaviour),
    releaseWebhooks: () => ask('POST', 'release-webhooks', {}),
  };
}
