/**
 * Everything Regulars may refuse, by code. The sentence people read is in `shared/wording/refusals.ts`, the HTTP
 * status in `shared/contract/refusal-status.ts`; both are total over this list.
 */
export const refusalCodes = [
  'malformed_request',
  'body_too_large',
  'not_signed_in',
  'not_found',
  'not_permitted',
  'conflicting_change',
  'idempotency_key_missing',
  'idempotency_key_reused',
  'try_again_later',
  'too_many_requests',
  'sign_in_failed',
  'sign_in_locked',
  'session_ended',
  'password_too_weak',
  'link_not_valid',
  'link_expired',
  'link_used',
  'slug_taken',
  'email_missing',
  'plan_incomplete',
  'visit_allowance_mismatch',
  'rollover_cap_too_low',
  'plan_not_offered',
  'no_earlier_version',
  'versions_too_different',
  'move_day_out_of_range',
  'migration_at_work',
  'migration_waits',
  'migration_over',
  'service_unknown',
  'currency_mismatch',
  'already_enrolled',
  'start_out_of_range',
  'day_in_the_future',
  'membership_not_running',
  'not_due_yet',
  'membership_paused',
  'pause_not_yet',
  'pause_payment_open',
  'already_paused',
  'not_paused',
  'pause_of_closure',
  'closure_days_out_of_range',
  'closure_planned',
  'closure_has_begun',
  'pause_cancel_pending',
  'pause_last_period',
  'pause_too_short',
  'pause_too_long',
  'pause_too_often',
  'pause_switched_off',
  'undo_too_late',
  'insufficient_credit',
  'credit_expired',
  'credit_frozen',
  'service_not_covered',
  'already_undone',
  'credit_closed',
  'not_a_redemption',
  'adjustment_without_change',
  'approval_needed',
  'colour_unreadable',
  'upload_missing',
  'upload_wrong_type',
  'staff_already_invited',
  'last_owner',
  'payments_not_connected',
  'payment_in_progress',
  'too_many_attempts',
  'no_card_on_file',
  'account_credit_too_low',
  'pay_later_disabled',
  'not_an_open_invoice',
  'not_a_paid_invoice',
  'refund_too_high',
  'refund_not_refused',
  'estimate_day_out_of_range',
  'estimate_not_open',
  'estimate_expired',
  'estimate_invoiced',
  'estimate_tax_changed',
  'needs_payment_page',
  'checkout_not_finished',
  'cannot_be_cancelled',
  'self_service_off',
  'not_cancelled',
  'cancel_date_out_of_range',
  'terms_changed',
  'transfer_not_allowed',
  'transfer_limit',
  'transfer_used',
  'not_a_transfer',
  'sharing_not_allowed',
  'sharing_full',
  'sharing_limit',
  'already_sharing',
  'balance_changed',
  'too_many_questions',
  'question_full',
  'question_closed',
  'question_unanswered',
  'question_not_closed',
  'colleague_cannot_answer',
  'same_plan',
  'payment_open',
  'membership_ending',
  'within_commitment',
  'change_only_next_period',
  'no_pending_change',
  'quote_expired',
  'quote_outdated',
  'paid_at_the_desk',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A “no” that a person can act on. Bugs throw plain errors instead. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Values for the sentence and for the client: numbers, dates, names of fields; never personal data. */
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;

  constructor(code: RefusalCode, details: Refusal['details'] = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** Reads as a rule: `refuseUnless(isActive(membership), 'membership_ended')`. */
export function refuseUnless(condition: unknown, code: RefusalCode, details?: Refusal['details']): asserts condition {
  if (!condition) throw new Refusal(code, details);
}
