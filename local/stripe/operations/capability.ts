import { invalid } from '../refusal.ts';
import { platform } from '../state.ts';
import type { Work } from '../work.ts';

/** @throws {StripeRefusal} 400 `capability_not_active` when the account's owner has not finished the onboarding. */
export function checkMayCharge({ world, account }: Work): void {
  if (account === platform || world.state.accounts.get(account)?.charges_enabled === true) return;
  throw invalid('Your account cannot currently make charges: its card_payments capability is not active.', {
    code: 'capability_not_active',
  });
}
