import * as z from 'zod/mini';
import { address, flag, integer, list, metadata, text } from '../parameters.ts';
import { currency } from './amount.ts';

const description = z.optional(z.string().check(z.maxLength(1000)));
const automatic = z.optional(z.enum(['auto', 'never']));
const message = z.optional(z.strictObject({ message: z.string().check(z.maxLength(1200)) }));

const LineItem = z.strictObject({
  quantity: z.optional(integer),
  price_data: z.strictObject({
    currency,
    product_data: z.strictObject({
      name: text,
      description: z.optional(text),
      metadata: z.optional(metadata),
    }),
    tax_behavior: z.optional(z.enum(['exclusive', 'inclusive', 'unspecified'])),
    unit_amount: integer,
  }),
});

/** What a Checkout session may be asked for: cards, once or for later, on a page of Stripe's own. */
export const SessionCreation = z.strictObject({
  mode: z.enum(['payment', 'setup']),
  success_url: address,
  cancel_url: z.optional(address),
  ui_mode: z.optional(z.literal('hosted_page')),
  allowed_payment_method_types: z.optional(list(z.literal('card'))),
  billing_address_collection: z.optional(z.literal('auto')),
  client_reference_id: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  currency: z.optional(currency),
  custom_text: z.optional(z.strictObject({ after_submit: message, submit: message })),
  customer: z.optional(text),
  customer_creation: z.optional(z.enum(['always', 'if_required'])),
  customer_email: z.optional(text.check(z.regex(/^[^@\s]+@[^@\s]+$/))),
  customer_update: z.optional(z.strictObject({ address: automatic, name: automatic })),
  expires_at: z.optional(integer),
  line_items: z.optional(list(LineItem)),
  locale: z.optional(z.string().check(z.regex(/^(auto|[a-z]{2,3}(-[A-Z0-9]{2,3})?)$/))),
  metadata: z.optional(metadata),
  payment_intent_data: z.optional(
    z.strictObject({
      description,
      metadata: z.optional(metadata),
      receipt_email: z.optional(text),
      setup_future_usage: z.optional(z.enum(['off_session', 'on_session'])),
      statement_descriptor_suffix: z.optional(z.string().check(z.minLength(1), z.maxLength(22))),
    }),
  ),
  setup_intent_data: z.optional(z.strictObject({ description, metadata: z.optional(metadata) })),
  submit_type: z.optional(z.enum(['auto', 'book', 'pay'])),
  adaptive_pricing: z.optional(z.strictObject({ enabled: flag })),
});

export type SessionCreation = z.output<typeof SessionCreation>;
