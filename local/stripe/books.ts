import type Stripe from 'stripe';
import { missing } from './refusal.ts';

/** What only the card network knows about a saved card. */
export interface CardBehind {
  /** One of the test cards: it decides how the card behaves. */
  readonly number: string;
  /** Authenticated once for payments without the cardholder. */
  readonly setUp: boolean;
  /** Used once or detached, and bound to no customer: Stripe lets nobody use it again. */
  readonly spent: boolean;
}

/** An event as it is listed and delivered. */
export interface RecordedEvent {
  readonly id: string;
  readonly object: 'event';
  readonly account?: string;
  readonly api_version: string;
  readonly created: number;
  readonly data: { readonly object: object; readonly previous_attributes?: object };
  readonly livemode: false;
  readonly pending_webhooks: number;
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null };
  readonly type: Stripe.Event['type'];
}

/** Everything that one account has, oldest first. The objects are never changed, only replaced. */
export interface Books {
  readonly customers: Map<string, Stripe.Customer>;
  readonly paymentMethods: Map<string, Stripe.PaymentMethod>;
  /** By payment method. */
  readonly cards: Map<string, CardBehind>;
  readonly setupIntents: Map<string, Stripe.SetupIntent>;
  readonly paymentIntents: Map<string, Stripe.PaymentIntent>;
  readonly charges: Map<string, Stripe.Charge>;
  readonly refunds: Map<string, Stripe.Refund>;
  readonly disputes: Map<string, Stripe.Dispute>;
  readonly sessions: Map<string, Stripe.Checkout.Session>;
  /** By session. */
  readonly orders: Map<string, Order>;
  readonly events: Map<string, RecordedEvent>;
}

/** What a Checkout session was asked for and does not show in its own fields. */
export interface Order {
  readonly lines: readonly Stripe.LineItem[];
  readonly paymentIntent: Partial<Stripe.PaymentIntent>;
}

export function emptyBooks(): Books {
  return {
    customers: new Map(),
    paymentMethods: new Map(),
    cards: new Map(),
    setupIntents: new Map(),
    paymentIntents: new Map(),
    charges: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    sessions: new Map(),
    orders: new Map(),
    events: new Map(),
  };
}

/** @throws {StripeRefusal} 404 `resource_missing`. */
export function find<Value>(map: ReadonlyMap<string, Value>, noun: string, id: string, param?: string): Value {
  const found = map.get(id);
  if (found === undefined) throw missing(noun, id, param);
  return found;
}

/** Puts the changed object in the place of the old one and gives it back. */
export function replace<Value extends { readonly id: string }>(
  map: Map<string, Value>,
  value: Value,
  changes: Partial<Value> = {},
): Value {
  const next = { ...value, ...changes };
  map.set(next.id, next);
  return next;
}

/** The id of a reference that the books always keep unexpanded. */
export function idOf(reference: string | { readonly id: string } | null | undefined): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null);
}
