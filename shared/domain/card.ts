import * as z from 'zod/mini';
import { Instant, type LocalDate } from './time.ts';

/** What may be kept of a card: nothing that could pay (rule 11). `paymentMethodId` is the provider's name for it. */
export const Card = z.strictObject({
  paymentMethodId: z.string().check(z.regex(/^pm_\w{1,80}$/)),
  brand: z.string().check(z.maxLength(30)),
  last4: z.string().check(z.regex(/^\d{4}$/)),
  expMonth: z.int().check(z.minimum(1), z.maximum(12)),
  expYear: z.int().check(z.minimum(2000), z.maximum(2100)),
  since: Instant,
});
export type Card = z.infer<typeof Card>;

/** True when the card's last month lies before the date's month. */
export function isExpiredOn(card: Pick<Card, 'expMonth' | 'expYear'>, date: LocalDate): boolean {
  return `${card.expYear}-${String(card.expMonth).padStart(2, '0')}` < date.slice(0, 7);
}
