import * as z from 'zod/mini';
import { Instant } from '../domain/time.ts';

/**
 * What a webhook of the payment provider says happened, as it travels on the queue. A hint: whoever handles it asks the
 * provider for the object itself. `parked` says why it must not have an effect. A field of a newer receiver is no reason
 * to refuse it: during a deployment both versions run (fault F37).
 */
export const ProviderEvent = z.object({
  eventId: z.string(),
  type: z.string(),
  /** The connected account; absent for events of the platform itself. */
  account: z.optional(z.string()),
  livemode: z.boolean(),
  apiVersion: z.optional(z.string()),
  /** The object's kind and id, e.g. `payment_intent` and `pi_…`. */
  objectType: z.string(),
  objectId: z.string(),
  /** The payment that a charge, refund or dispute belongs to. */
  paymentIntentId: z.optional(z.string()),
  /** When the provider made it, and when it reached us (milliseconds). */
  created: Instant,
  receivedAt: Instant,
  parked: z.optional(z.enum(['no_account', 'other_mode', 'other_api_version'])),
});
export type ProviderEvent = z.infer<typeof ProviderEvent>;
