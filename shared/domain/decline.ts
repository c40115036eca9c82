import * as z from 'zod/mini';

/**
 * What a failed charge asks for (rule D3), strictest first.
 * - `hard`: this card is never tried again, a new one is needed;
 * - `authentication`: only the member can complete it, on-session (rule A3);
 * - `soft`: tried again on the schedule;
 * - `technical`: nobody said no; tried again within hours, not a step of the schedule.
 */
export const DeclineClass = z.enum(['hard', 'authentication', 'soft', 'technical']);
export type DeclineClass = z.infer<typeof DeclineClass>;

/** The codes of a failed charge as Stripe names them; network codes as the card network sent them. */
export interface Decline {
  /** Stripe's `code`, for example `card_declined`. */
  readonly code?: string | undefined;
  /** Stripe's `decline_code`, for example `insufficient_funds`. */
  readonly declineCode?: string | undefined;
  /** `network_decline_code`, two characters, for example `51`. */
  readonly networkDeclineCode?: string | undefined;
  /** `network_advice_code`, two digits: Mastercard's merchant advice code. */
  readonly networkAdviceCode?: string | undefined;
}

/** Every decline code that Stripe lists for cards, and the error codes that mean a decline. */
export const declineCodes: Readonly<Record<DeclineClass, readonly string[]>> = {
  hard: [
    'lost_card',
    'stolen_card',
    'pickup_card',
    'restricted_card',
    'expired_card',
    'expired_payment_method',
    'incorrect_number',
    'invalid_number',
    'invalid_account',
    'account_closed',
    'invalid_expiry_month',
    'invalid_expiry_year',
    'new_account_information_available',
    'card_not_supported',
    'currency_not_supported',
    'transaction_not_allowed',
    'revocation_of_authorization',
    'revocation_of_all_authorizations',
    'stop_payment_order',
    'india_recurring_payment_mandate_canceled',
    'payment_intent_mandate_invalid',
    'do_not_try_again',
    'fraudulent',
    'merchant_blacklist',
    'testmode_decline',
  ],
  authentication: [
    'authentication_required',
    'authentication_not_handled',
    'mobile_device_authentication_required',
    'payment_intent_action_required',
    'payment_intent_authentication_failure',
    'setup_intent_authentication_failure',
  ],
  soft: [
    'insufficient_funds',
    'card_velocity_exceeded',
    'withdrawal_count_limit_exceeded',
    'card_decline_rate_limit_exceeded',
    'invalid_amount',
    'generic_decline',
    'do_not_honor',
    'call_issuer',
    'no_action_taken',
    'not_permitted',
    'service_not_allowed',
    'security_violation',
    'approve_with_id',
    'try_again_later',
    'duplicate_transaction',
    'incorrect_cvc',
    'invalid_cvc',
    'incorrect_zip',
    'incorrect_address',
    'incorrect_pin',
    'invalid_pin',
    'pin_try_exceeded',
    'offline_pin_required',
    'online_or_offline_pin_required',
  ],
  technical: [
    'processing_error',
    'issuer_not_available',
    'reenter_transaction',
    'payment_method_provider_timeout',
    'lock_timeout',
    'rate_limit',
  ],
};

/** Visa's category 1: the issuer will never approve. Other networks give these numbers the same meaning. */
export const neverApproved: readonly string[] = [
  ...['04', '07', '12', '14', '15', '41', '43', '46', '57'],
  ...['R0', 'R1', 'R3'],
];

/** Mastercard's advice “do not try again” and “stop recurring payments”. */
export const neverAdvised: readonly string[] = ['03', '21'];

const classOf: ReadonlyMap<string, DeclineClass> = new Map(
  DeclineClass.options.flatMap((cls) => declineCodes[cls].map((code) => [code, cls] as const)),
);

/** The class of a failed charge: the strictest that one of its codes asks for, `soft` when none is known (rule D3). */
export function classOfDecline(decline: Decline): DeclineClass {
  const { code = '', declineCode = '', networkDeclineCode = '', networkAdviceCode = '' } = decline;
  if (neverApproved.includes(networkDeclineCode) || neverAdvised.includes(networkAdviceCode)) return 'hard';
  const asked = [classOf.get(code), classOf.get(declineCode)];
  return DeclineClass.options.find((cls) => asked.includes(cls)) ?? 'soft';
}
