import type Stripe from 'stripe';
import { type Books, emptyBooks, type RecordedEvent } from './books.ts';

/** The answer that was given under an idempotency key. */
export interface KeptAnswer {
  readonly endpoint: string;
  readonly fingerprint: string;
  /** Milliseconds on the clock. */
  readonly at: number;
  readonly requestId: string;
  readonly status: number;
  readonly body: string;
  /** How many more times the answer gets lost on its way. */
  lost: number;
}

/** A web address for the onboarding of one account. */
export interface OnboardingLink {
  readonly account: string;
  readonly expiresAt: number;
  readonly refreshUrl: string;
  readonly returnUrl: string;
}

/** One event on its way; instants in milliseconds on the clock. */
export interface Delivery {
  readonly id: string;
  readonly event: RecordedEvent;
  readonly attempts: number;
  readonly since: number;
  readonly dueAt: number;
}

/** Everything that survives a restart. */
export interface State {
  port: number | undefined;
  readonly accounts: Map<string, Stripe.Account>;
  /** By account; the platform's own under an empty name. */
  readonly books: Map<string, Books>;
  /** By account and key. */
  readonly answers: Map<string, KeptAnswer>;
  readonly links: Map<string, OnboardingLink>;
  readonly deliveries: Map<string, Delivery>;
  /** By charge, oldest first: the account it belongs to. */
  readonly ledger: Map<string, string>;
}

export const platform = '';

export function emptyState(): State {
  return {
    port: undefined,
    accounts: new Map(),
    books: new Map([[platform, emptyBooks()]]),
    answers: new Map(),
    links: new Map(),
    deliveries: new Map(),
    ledger: new Map(),
  };
}

/** The books of an account that exists. */
export function booksOf(state: State, account: string): Books {
  const found = state.books.get(account);
  if (found !== undefined) return found;
  const books = emptyBooks();
  state.books.set(account, books);
  return books;
}
