import type Stripe from 'stripe';
import { newId } from '../ids.ts';

/** A connected account whose owner has not answered Stripe's questions yet: it can take no money. */
export function newAccount(created: number, asked: Partial<Stripe.Account>): Stripe.Account {
  return {
    id: newId('acct', 16),
    object: 'account',
    business_profile: newBusinessProfile({}),
    business_type: null,
    capabilities: { card_payments: 'inactive', transfers: 'inactive' },
    charges_enabled: false,
    controller: { type: 'application', is_controller: true },
    country: 'DE',
    created,
    default_currency: 'eur',
    details_submitted: false,
    email: null,
    metadata: {},
    payouts_enabled: false,
    requirements: requirements(['external_account', 'tos_acceptance.date']),
    settings: null,
    type: 'standard',
    ...asked,
  };
}

/** What changes when the owner has finished the onboarding. */
export const onboarded: Partial<Stripe.Account> = {
  capabilities: { card_payments: 'active', transfers: 'active' },
  charges_enabled: true,
  details_submitted: true,
  payouts_enabled: true,
  requirements: requirements([]),
};

export function newBusinessProfile(asked: Partial<Stripe.Account.BusinessProfile>): Stripe.Account.BusinessProfile {
  return {
    mcc: null,
    minority_owned_business_designation: null,
    name: null,
    product_description: null,
    specified_commercial_transactions_act_url: null,
    support_address: null,
    support_email: null,
    support_phone: null,
    support_url: null,
    url: null,
    ...asked,
  };
}

function requirements(due: string[]): Stripe.Account.Requirements {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: due.length === 0 ? null : 'requirements.past_due',
    errors: [],
    eventually_due: due,
    past_due: due,
    pending_verification: [],
  };
}
