import { describe, expect, test } from '@jest/globals';
import {
  classOfDecline,
  DeclineClass,
  declineCodes,
  neverAdvised,
  neverApproved,
} from '../../shared/domain/decline.ts';

// Rule D3.
describe('a card that was declined', () => {
  test.each([
    ['lost_card', 'hard'],
    ['stolen_card', 'hard'],
    ['pickup_card', 'hard'],
    ['restricted_card', 'hard'],
    ['expired_card', 'hard'],
    ['expired_payment_method', 'hard'],
    ['incorrect_number', 'hard'],
    ['invalid_number', 'hard'],
    ['invalid_account', 'hard'],
    ['account_closed', 'hard'],
    ['invalid_expiry_month', 'hard'],
    ['invalid_expiry_year', 'hard'],
    ['new_account_information_available', 'hard'],
    ['card_not_supported', 'hard'],
    ['currency_not_supported', 'hard'],
    ['transaction_not_allowed', 'hard'],
    ['revocation_of_authorization', 'hard'],
    ['revocation_of_all_authorizations', 'hard'],
    ['stop_payment_order', 'hard'],
    ['india_recurring_payment_mandate_canceled', 'hard'],
    ['payment_intent_mandate_invalid', 'hard'],
    ['do_not_try_again', 'hard'],
    ['fraudulent', 'hard'],
    ['merchant_blacklist', 'hard'],
    ['testmode_decline', 'hard'],
    ['authentication_required', 'authentication'],
    ['authentication_not_handled', 'authentication'],
    ['mobile_device_authentication_required', 'authentication'],
    ['payment_intent_action_required', 'authentication'],
    ['payment_intent_authentication_failure', 'authentication'],
    ['setup_intent_authentication_failure', 'authentication'],
    ['insufficient_funds', 'soft'],
    ['card_velocity_exceeded', 'soft'],
    ['withdrawal_count_limit_exceeded', 'soft'],
    ['card_decline_rate_limit_exceeded', 'soft'],
    ['invalid_amount', 'soft'],
    ['generic_decline', 'soft'],
    ['do_not_honor', 'soft'],
    ['call_issuer', 'soft'],
    ['no_action_taken', 'soft'],
    ['not_permitted', 'soft'],
    ['service_not_allowed', 'soft'],
    ['security_violation', 'soft'],
    ['approve_with_id', 'soft'],
    ['try_again_later', 'soft'],
    ['duplicate_transaction', 'soft'],
    ['incorrect_cvc', 'soft'],
    ['invalid_cvc', 'soft'],
    ['incorrect_zip', 'soft'],
    ['incorrect_address', 'soft'],
    ['incorrect_pin', 'soft'],
    ['invalid_pin', 'soft'],
    ['pin_try_exceeded', 'soft'],
    ['offline_pin_required', 'soft'],
    ['online_or_offline_pin_required', 'soft'],
    ['processing_error', 'technical'],
    ['issuer_not_available', 'technical'],
    ['reenter_transaction', 'technical'],
    ['payment_method_provider_timeout', 'technical'],
    ['lock_timeout', 'technical'],
    ['rate_limit', 'technical'],
  ])('with %s is a %s decline', (code, cls) => {
    expect(classOfDecline({ code: 'card_declined', declineCode: code })).toBe(cls);
    expect(classOfDecline({ code })).toBe(cls);
  });

  test('has one class for each code, and the table holds no code beside those above', () => {
    const codes = DeclineClass.options.flatMap((cls) => declineCodes[cls]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBe(61);
  });

  test.each([
    ['no code at all', {}],
    ['a decline without a reason', { code: 'card_declined' }],
    ['a reason that nobody knows yet', { code: 'card_declined', declineCode: 'moon_phase' }],
    ['a network code of no meaning here', { code: 'card_declined', networkDeclineCode: '05' }],
    ['the word of a property that every object has', { declineCode: 'constructor' }],
  ])('with %s is tried again on the schedule', (_, decline) => {
    expect(classOfDecline(decline)).toBe('soft');
  });

  test.each(['04', '07', '12', '14', '15', '41', '43', '46', '57', 'R0', 'R1', 'R3'])(
    'with the network’s %s is never tried again, whatever else is said',
    (networkDeclineCode) => {
      for (const declineCode of ['insufficient_funds', 'processing_error', 'authentication_required', undefined]) {
        expect(classOfDecline({ code: 'card_declined', declineCode, networkDeclineCode })).toBe('hard');
      }
      expect(neverApproved).toContain(networkDeclineCode);
      expect(neverApproved.length).toBe(12);
    },
  );

  test('is never tried again when Mastercard advises so; the same number as a reason advises nothing', () => {
    expect(neverAdvised).toEqual(['03', '21']);
    for (const code of neverAdvised) {
      expect(classOfDecline({ declineCode: 'do_not_honor', networkAdviceCode: code })).toBe('hard');
      expect(classOfDecline({ declineCode: 'do_not_honor', networkDeclineCode: code })).toBe('soft');
    }
    expect(classOfDecline({ declineCode: 'do_not_honor', networkAdviceCode: '02' })).toBe('soft');
  });

  test('is treated as the strictest of two codes says', () => {
    expect(classOfDecline({ code: 'expired_card', declineCode: 'generic_decline' })).toBe('hard');
    expect(classOfDecline({ code: 'processing_error', declineCode: 'insufficient_funds' })).toBe('soft');
    expect(classOfDecline({ code: 'authentication_required', declineCode: 'do_not_honor' })).toBe('authentication');
  });
});
