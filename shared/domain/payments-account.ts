import * as z from 'zod/mini';
import { Instant } from './time.ts';

/** The business's own account at the payment provider. Cards are taken only when it is ready. */
export const PaymentsAccount = z.strictObject({
  accountId: z.string().check(z.regex(/^acct_\w{1,80}$/)),
  ready: z.boolean(),
  since: Instant,
});
export type PaymentsAccount = z.infer<typeof PaymentsAccount>;
