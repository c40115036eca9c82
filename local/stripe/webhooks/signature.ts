import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` of a body at `seconds`: one `v1` for every secret, so that secrets can be rotated. */
export function signatureOf(body: string, seconds: number, secrets: readonly string[]): string {
  const signatures = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`,
  );
  return [`t=${seconds}`, ...signatures].join(',');
}
