import type { BillingView } from '../../shared/contract/billing-views.ts';
import { isExpiredOn } from '../../shared/domain/card.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { type Configuration, readyAccount } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';

/** How a member pays. */
export function billingView(
  { billing, money }: Pick<MemberSnapshot, 'billing' | 'money'>,
  configuration: Configuration,
  today: LocalDate,
): BillingView {
  const { card, usesAccountCredit } = billing.value;
  return {
    connected: readyAccount(configuration) !== undefined,
    ...(card === undefined
      ? {}
      : {
          card: {
            brand: card.brand,
            last4: card.last4,
            expMonth: card.expMonth,
            expYear: card.expYear,
            expired: isExpiredOn(card, today),
          },
        }),
    accountCredit: { amount: money?.value.balance ?? 0, currency: configuration.business.value.currency },
    usesAccountCredit,
  };
}
