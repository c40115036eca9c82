import type Stripe from 'stripe';

/** The body of an error as Stripe answers it, beside its `type`. */
export interface ErrorDetails {
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
  readonly advice_code?: string;
  readonly network_decline_code?: string;
  readonly charge?: string;
  readonly payment_intent?: Stripe.PaymentIntent;
  readonly payment_method?: Stripe.PaymentMethod;
  readonly setup_intent?: Stripe.SetupIntent;
}

export type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

/** A refusal in Stripe's words, which the client raises as an exception of its own. */
export class StripeRefusal extends Error {
  readonly status: number;
  readonly type: ErrorType;
  readonly details: ErrorDetails;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, type: ErrorType, details: ErrorDetails, headers: Readonly<Record<string, string>> = {}) {
    super(details.message);
    this.status = status;
    this.type = type;
    this.details = details;
    this.headers = headers;
  }

  get body(): string {
    return JSON.stringify({ error: { ...this.details, type: this.type } });
  }
}

/** 400: the request cannot be carried out as it stands. */
export const invalid = (message: string, more: Omit<ErrorDetails, 'message'> = {}): StripeRefusal =>
  new StripeRefusal(400, 'invalid_request_error', { message, ...more });

/** 404: there is no such object in this account. */
export const missing = (noun: string, id: string, param = 'id'): StripeRefusal =>
  new StripeRefusal(404, 'invalid_request_error', {
    message: `No such ${noun}: '${id}'`,
    code: 'resource_missing',
    param,
  });
