import type { CreditGroup } from '../../shared/contract/views.ts';
import type { CreditDecision } from '../../shared/domain/credit-decision.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { Configuration } from '../store/configuration.ts';
import { creditGroups } from '../views/credit-view.ts';

/** What the client has after a decision, as the Credits box shows it. */
export function balanceOf(
  request: { today: LocalDate; configuration: Configuration },
  decision: CreditDecision,
): { today: LocalDate; credits: CreditGroup[] } {
  const { policies } = request.configuration.business.value;
  return { today: request.today, credits: creditGroups(decision.account, request.today, policies, { spent: true }) };
}
