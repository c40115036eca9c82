import { isDefinite } from '../../common/intent.ts';
import type { PublicClient } from '../../common/public-client.ts';

export type CheckoutReply = Awaited<ReturnType<PublicClient['completeCheckout']>>;

/** Milliseconds to wait before asking again; together as long as somebody watches a page. */
export const patience: readonly number[] = [1000, 2000, 4000, 8000];

/**
 * Asks what became of a hosted page until there is an answer that stands: again when none came, and while the bank is
 * still deciding. Asking does nothing twice. Rejects with a refusal at once, with a lost answer after the last try.
 */
export async function askCheckout(
  ask: () => Promise<CheckoutReply>,
  wait: (milliseconds: number) => Promise<void>,
): Promise<CheckoutReply> {
  for (const pause of patience) {
    const reply = await ask().catch((error: unknown) => {
      if (isDefinite(error)) throw error;
      return undefined;
    });
    if (reply !== undefined && reply.payment !== 'pending') return reply;
    await wait(pause);
  }
  return ask();
}
