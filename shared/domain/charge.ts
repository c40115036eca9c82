import * as z from 'zod/mini';
import { DeclineClass } from './decline.ts';
import { InvoiceId } from './ids.ts';
import { AttemptTrigger } from './invoice.ts';
import { PlanChangeQuote } from './plan-quote.ts';
import { TaxRule } from './tax.ts';
import { Instant, LocalDate, Period } from './time.ts';

/**
 * Money that is being taken for a membership: written before the provider is asked, gone when the outcome is committed,
 * so that a crash in between finds it (goals, core protocol). Amounts are frozen in minor units.
 *
 * - `charging` until `leaseUntil`; whoever finds it later asks again under the same key;
 * - `unknown` once no answer came: never a new key, and after 23 hours only a look at what the provider has.
 */
export const Charge = z.strictObject({
  attempt: z.int().check(z.minimum(1)),
  invoiceId: InvoiceId,
  period: Period,
  total: z.int(),
  creditApplied: z.int(),
  /** What the card is asked for. */
  amount: z.int(),
  tax: z.optional(TaxRule),
  card: z.optional(z.string()),
  /** Whose card it is there. It stays the one that was asked, also when the person gets another meanwhile. */
  customer: z.optional(z.string()),
  trigger: AttemptTrigger,
  /** The dunning day that this try is; absent for tries that people start, which move no schedule (rule D6). */
  step: z.optional(z.int()),
  /** The quote of a change of plan that the money is for; absent for a period. */
  quote: z.optional(PlanChangeQuote),
  claimedAt: Instant,
  leaseUntil: Instant,
  state: z.enum(['charging', 'unknown']),
});
export type Charge = z.infer<typeof Charge>;

/** The name of one attempt, `<membership>.<period>.<n>`: never made of a clock or of chance. */
export const attemptIdOf = ({ invoiceId, attempt }: Pick<Charge, 'invoiceId' | 'attempt'>): string =>
  `${invoiceId}.${attempt}`;

/** An invoice of a membership that could not be collected, and how far collecting it has come (rule D2). */
export const Due = z.strictObject({
  invoiceId: InvoiceId,
  period: Period,
  /** The local day of the first try; dunning days count from it. */
  since: LocalDate,
  /** Still to be paid, in minor units. */
  amount: z.int(),
  /** The last dunning day that was gone through; -1 while only the provider has failed, which is no decline. */
  step: z.int().check(z.minimum(-1)),
  attempts: z.int().check(z.minimum(0)),
  declineClass: DeclineClass,
  code: z.optional(z.string()),
  /** Failures of the provider in a row, which are no declines: when to ask again. */
  technical: z.optional(z.strictObject({ tries: z.int(), retryAt: z.optional(Instant) })),
});
export type Due = z.infer<typeof Due>;
