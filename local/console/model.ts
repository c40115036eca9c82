import type { LogFilter, LogLine } from '../lambda/logs.ts';
import type { Journey } from '../travel.ts';

export interface Salon {
  readonly slug: string;
  readonly name: string;
  readonly site: string;
  readonly portal: string;
  readonly admin: string;
}

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** An event of the bus as the console lists it. */
export interface ShownEvent {
  readonly id: string;
  readonly time: string;
  readonly type: string;
  readonly source: string;
  readonly detail: unknown;
  readonly deliveries: readonly { readonly target: string; readonly outcome: string; readonly error?: string }[];
}

/** A mail in the local inbox. `at` is ISO 8601. */
export interface ShownMail {
  readonly id: string;
  readonly at: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** One try to take money at the payment provider. `at` is ISO 8601, the amount in minor units. */
export interface ShownPayment {
  readonly id: string;
  readonly at: string;
  readonly business: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: string;
  readonly description: string;
  /** Why it failed, in the provider's words. */
  readonly reason?: string;
}

/** The next thing that a sweep will find, for example a credit's expiry. `at` is in milliseconds since 1970. */
export interface NextDue {
  readonly kind: string;
  readonly at: number;
}

/** What the console shows and may do. */
export interface ConsoleModel {
  /** Empty until the seeding is done. */
  salons(): readonly Salon[];
  /** By the business's slug, then by what they show. */
  accounts(): Readonly<Record<string, Readonly<Record<string, Account>>>>;
  readonly inbox: string;
  now(): number;
  journey(): Journey | undefined;
  /** What falls due next; undefined while nothing is known to. */
  nextDue(): Promise<NextDue | undefined>;
  travelTo(instant: number): Promise<void>;
  idle(): Promise<void>;
  logs(filter: LogFilter): readonly LogLine[];
  events(): readonly ShownEvent[];
  mails(): Promise<readonly ShownMail[]>;
  /** Newest first. */
  payments(): readonly ShownPayment[];
}
