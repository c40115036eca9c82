import type Stripe from 'stripe';
import * as z from 'zod/mini';
import type { ProviderEvent } from '../../shared/contract/provider-event.ts';
import type { PaymentKeys } from './payment-secret.ts';
import { apiVersion, opensLiveMode } from './stripe-client.ts';

/** Seconds that may lie between signing and receiving (rule I3). */
const tolerance = 300;

/** A webhook as it came: the bytes of the body, not what they mean; the instant in milliseconds. */
export interface Delivered {
  readonly body: Uint8Array;
  readonly signature: string | undefined;
  readonly receivedAt: number;
}

/** `ageSeconds` tells, in the log, a late or repeated one from an altered one; absent where nothing says it. */
export type Opened =
  | { readonly kind: 'genuine'; readonly event: ProviderEvent }
  | { readonly kind: 'refused'; readonly ageSeconds?: number | undefined };

/**
 * Checks that a webhook comes from the provider, unaltered and just now, and reads what it is about. Throws an Error for
 * a genuine one of a form that we do not know: the provider sends it again, and by then we may.
 */
export async function openWebhook(keys: PaymentKeys, delivered: Delivered): Promise<Opened> {
  const { signature = '', receivedAt } = delivered;
  const ageSeconds = ageOf(signature, receivedAt);
  // Stripe's own check looks only back: what is signed for next year could be sent again until then.
  if (ageSeconds === undefined || ageSeconds < -tolerance) return { kind: 'refused', ageSeconds };
  const { Stripe: library } = await import('stripe');
  for (const secret of keys.webhookSecrets) {
    const opened = openedWith(library, secret, delivered);
    if (opened !== undefined) return { kind: 'genuine', event: eventOf(opened, keys, receivedAt) };
  }
  return { kind: 'refused', ageSeconds };
}

/** Whole seconds since signing; the last `t` counts, as it does for Stripe's own check. */
function ageOf(signature: string, receivedAt: number): number | undefined {
  const signedAt = signature
    .split(',')
    .findLast((part) => part.startsWith('t='))
    ?.slice(2);
  return signedAt !== undefined && /^\d{1,12}$/.test(signedAt)
    ? Math.floor(receivedAt / 1000) - Number(signedAt)
    : undefined;
}

/** What the body says, when one of its signatures is of this secret. Stripe compares them in constant time. */
function openedWith(library: typeof Stripe, secret: string, delivered: Delivered): unknown {
  const { body, signature = '', receivedAt } = delivered;
  try {
    return library.webhooks.constructEvent(body, signature, secret, tolerance, undefined, receivedAt);
  } catch (error) {
    if (error instanceof library.errors.StripeSignatureVerificationError) return undefined;
    throw error;
  }
}

const StripeEvent = z.object({
  id: z.string(),
  type: z.string(),
  account: z.optional(z.string()),
  api_version: z.nullish(z.string()),
  livemode: z.boolean(),
  created: z.int(),
  data: z.object({
    object: z.object({ id: z.string(), object: z.string(), payment_intent: z.optional(z.unknown()) }),
  }),
});

function eventOf(opened: unknown, { apiKey }: PaymentKeys, receivedAt: number): ProviderEvent {
  const { id, type, account, api_version, livemode, created, data } = StripeEvent.parse(opened);
  const { id: objectId, object: objectType, payment_intent: paymentIntentId } = data.object;
  const parked = reasonToPark(account, livemode === opensLiveMode(apiKey), api_version);
  return {
    eventId: id,
    type,
    ...(account === undefined ? {} : { account }),
    livemode,
    ...(typeof api_version === 'string' ? { apiVersion: api_version } : {}),
    objectType,
    objectId,
    ...(typeof paymentIntentId === 'string' ? { paymentIntentId } : {}),
    created: created * 1000,
    receivedAt,
    ...(parked === undefined ? {} : { parked }),
  };
}

function reasonToPark(
  account: string | undefined,
  isOurMode: boolean,
  version: string | null | undefined,
): ProviderEvent['parked'] {
  if (account === undefined) return 'no_account';
  if (!isOurMode) return 'other_mode';
  return version === apiVersion ? undefined : 'other_api_version';
}
