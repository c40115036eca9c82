import * as z from 'zod/mini';
import { secretValues } from './secret-values.ts';

/** The keys to the payment provider. */
export interface PaymentKeys {
  readonly apiKey: string;
  /** What webhooks are signed with: the current one first, and the one before while it rotates. */
  readonly webhookSecrets: readonly string[];
}

/** Throws an Error when the secret does not have its form; see docs/operating.md. */
export type PaymentSecret = () => Promise<PaymentKeys>;

const Keys = z.object({ apiKey: z.string().check(z.minLength(1)), webhookSecret: z.string().check(z.minLength(1)) });

/** Reads the keys from Secrets Manager and remembers them. `uptime` is in seconds. */
export function paymentSecret(secretId: string, uptime: () => number): PaymentSecret {
  const values = secretValues(secretId, uptime);
  return async () => {
    const [current, previous] = (await values()).map(read);
    if (current === undefined) throw new Error('the secret of the payment provider does not have its form');
    // The one before may be a mistake that was just corrected: it is then worth nothing, and does no harm.
    const webhookSecrets = new Set(
      [current, ...(previous ? [previous] : [])].map(({ webhookSecret }) => webhookSecret),
    );
    return { apiKey: current.apiKey, webhookSecrets: [...webhookSecrets] };
  };
}

/** Undefined when it has another form; an error would quote it. */
function read(text: string): z.infer<typeof Keys> | undefined {
  try {
    return Keys.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
