import type Stripe from 'stripe';
import type { PaymentMetadata } from './payments.ts';

/** Metadata as it is sent: only what there is. */
export const sentMetadata = (metadata: object): Record<string, string> =>
  Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));

/** Metadata that we once sent; undefined on what is not ours (rule I5): a salon may use its account for more than us. */
export function ourMetadata(metadata: Stripe.Metadata | null): PaymentMetadata | undefined {
  const { business, ...rest } = metadata ?? {};
  return business === undefined ? undefined : { ...rest, business };
}
