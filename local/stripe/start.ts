import type { LocalClock, LocalService } from '../ports.ts';
import { type Call, serve } from '../protocol/serve.ts';
import { createApi } from './api.ts';
import { createControl, type StripeControl } from './control.ts';
import { answerControl } from './control-http.ts';
import { openDataFile } from './data-file.ts';
import { expireSessions } from './expire-sessions.ts';
import { createFaults } from './faults.ts';
import { answerPages } from './hosted/pages.ts';
import { createIdempotency } from './idempotency.ts';
import { createKeys, type Keys } from './keys.ts';
import { allRoutes } from './operations/index.ts';
import { type ShownPayment, showPayments } from './payments.ts';
import { createRouter } from './route.ts';
import { createTraffic } from './traffic.ts';
import { createWebhooks } from './webhooks/delivery.ts';
import type { World } from './work.ts';

export type { CardNews, StripeControl } from './control.ts';
export type { FaultKind } from './faults.ts';
export type { ShownPayment } from './payments.ts';
export type { WebhookBehaviour } from './webhooks/delivery.ts';

export interface StripeSimulatorOptions {
  /** All of Stripe's times: of creation, of expiry, of retries and in signatures. */
  readonly clock: LocalClock;
  /** The secret key that is accepted, and the secrets that every webhook is signed with, so that they can be rotated. */
  readonly secret: () => Promise<Keys>;
  /** Where events are posted to. */
  readonly webhookUrl: () => string;
  /** Where everything survives a restart; memory only when absent. */
  readonly dataFile?: string;
}

export interface StripeSimulator extends LocalService {
  /** Every try to take money, newest first. */
  payments(): readonly ShownPayment[];
  /** Resolves when no webhook is waiting to be delivered now; those that wait for the clock do not count. */
  idle(): Promise<void>;
  readonly control: StripeControl;
}

const simulatorFailed = '{"error":{"type":"api_error","message":"The simulator itself failed; see its output."}}';
const heartbeat = 1000;

/**
 * Plays Stripe for the real `stripe` package: the API below `/v1`, the hosted pages, signed webhooks. Strict on purpose:
 * what it does not offer is refused as an unknown path or parameter and never looks like success.
 */
export async function startStripeSimulator(options: StripeSimulatorOptions): Promise<StripeSimulator> {
  const { clock } = options;
  const keys = createKeys(options.secret);
  const data = openDataFile(options.dataFile);
  const { state, changed } = data;
  let endpoint = '';
  let searchLag = 0;

  const webhooks = createWebhooks({
    state,
    now: clock.now,
    url: options.webhookUrl,
    secrets: keys.webhookSecrets,
    changed,
  });
  const world: World = {
    state,
    clock,
    endpoint: () => endpoint,
    publish(event) {
      webhooks.add(event);
      changed();
    },
  };
  const faults = createFaults();
  const traffic = createTraffic();
  const api = createApi({
    world,
    router: createRouter(allRoutes(() => searchLag)),
    isApiKey: keys.isApiKey,
    faults,
    traffic,
    idempotency: createIdempotency(state, clock.now),
    changed,
  });
  const setSearchLag = (milliseconds: number) => {
    searchLag = milliseconds;
  };
  const control = createControl({ world, faults, traffic, webhooks, setSearchLag, changed });
  const payments = () => showPayments(state);
  const controlled = { control, payments, idle: webhooks.idle };

  const answer = (call: Call) => {
    const { pathname } = call.url;
    if (pathname.startsWith('/v1/')) return api(call);
    if (pathname.startsWith('/_control/')) return answerControl(call, controlled);
    const reply = answerPages(world, call);
    if (call.method === 'POST') changed();
    return reply;
  };
  // Links to hosted pages name the port of the last time.
  const service = await serve(answer, { preferredPort: state.port, failed: simulatorFailed });
  endpoint = service.endpoint;
  state.port = service.port;

  const catchUp = () => {
    expireSessions(world);
    webhooks.kick();
  };
  const unsubscribe = clock.onAdvance(catchUp);
  const beat = setInterval(catchUp, heartbeat).unref();
  catchUp();

  return {
    endpoint,
    payments,
    idle: webhooks.idle,
    control,
    close: async () => {
      clearInterval(beat);
      unsubscribe();
      webhooks.close();
      await service.close();
      await data.close();
    },
  };
}
