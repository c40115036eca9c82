import type Stripe from 'stripe';
import type { Order } from '../books.ts';
import { newId } from '../ids.ts';
import { invalid } from '../refusal.ts';
import { refuseAmount } from './amount.ts';
import { changed } from './metadata.ts';
import type { SessionCreation } from './session-parameters.ts';

export interface Priced {
  readonly order: Order;
  readonly currency: string;
  readonly total: number;
}

/**
 * What is to be paid in a session of mode `payment`.
 * @throws {StripeRefusal} 400 without lines, with two currencies, or for an amount that cannot be charged.
 */
export function priceOrder(asked: SessionCreation, created: number): Priced {
  const lines = (asked.line_items ?? []).map((line) => lineItem(line, created));
  const [first] = lines;
  if (first === undefined) {
    throw invalid('Missing required param: line_items.', { code: 'parameter_missing', param: 'line_items' });
  }
  if (lines.some((line) => line.currency !== first.currency)) {
    throw invalid('All line items must have the same currency.', { param: 'line_items' });
  }
  if (asked.currency !== undefined && asked.currency !== first.currency) {
    throw invalid('The currency is not that of the line items.', { param: 'currency' });
  }
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  refuseAmount(total, first.currency);
  const data = asked.payment_intent_data;
  const paymentIntent: Partial<Stripe.PaymentIntent> = {
    description: data?.description ?? null,
    metadata: changed({}, data?.metadata),
    receipt_email: data?.receipt_email ?? null,
    setup_future_usage: data?.setup_future_usage ?? null,
    statement_descriptor_suffix: data?.statement_descriptor_suffix ?? null,
  };
  return { order: { lines, paymentIntent }, currency: first.currency, total };
}

function lineItem(asked: NonNullable<SessionCreation['line_items']>[number], created: number): Stripe.LineItem {
  const { currency, product_data: product, unit_amount, tax_behavior } = asked.price_data;
  const quantity = asked.quantity ?? 1;
  if (quantity < 1 || unit_amount < 0) throw invalid('Invalid non-negative integer', { param: 'line_items' });
  const total = quantity * unit_amount;
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency,
    description: product.name,
    metadata: {},
    price: {
      id: newId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created,
      currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId('prod', 14),
      recurring: null,
      tax_behavior: tax_behavior ?? 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount,
      unit_amount_decimal: null,
    },
    quantity,
  };
}
