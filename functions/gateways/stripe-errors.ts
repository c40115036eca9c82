import type Stripe from 'stripe';

/**
 * An error of Stripe's client, undefined for any other. Which one it is says its `type`: a bundle renames classes, and
 * to compare them they would have to be loaded first.
 */
export const stripeErrorOf = (error: unknown): Stripe.errors.StripeError | undefined =>
  error instanceof Error && 'rawType' in error ? (error as Stripe.errors.StripeError) : undefined;

/** Whether a call was refused as it stands; nothing was done. */
export const isRefusedCall = (error: unknown): boolean => stripeErrorOf(error)?.type === 'StripeInvalidRequestError';

/** The answer, or undefined when the account has no such thing. */
export async function unlessMissing<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (stripeErrorOf(error)?.code === 'resource_missing') return undefined;
    throw error;
  }
}

/** Our keys do not open the door: for an operator to repair, whatever was asked. */
export const isOurKeysFault = ({ type }: Stripe.errors.StripeError): boolean =>
  type === 'StripeAuthenticationError' || type === 'StripePermissionError';
