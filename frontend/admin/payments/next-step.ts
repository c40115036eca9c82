import type { OpenPayment } from '../../../shared/contract/views.ts';
import type { Policies } from '../../../shared/domain/business.ts';
import { addDays, daysBetween } from '../../../shared/domain/calendar.ts';
import type { DeclineClass } from '../../../shared/domain/decline.ts';
import { dunningSteps, stepAfterDecline } from '../../../shared/domain/dunning.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';

/** What happens next by itself to an open payment. `ends` when nothing does until the membership is ended. */
export type NextStep =
  | { readonly kind: 'checked' | 'soon' }
  | { readonly kind: 'try' | 'try_and_mail' | 'mail' | 'confirm_mail' | 'ends'; readonly on: LocalDate };

const declined = {
  declined: 'soft',
  new_card_needed: 'hard',
  no_card: 'hard',
  confirmation_needed: 'authentication',
} as const satisfies Partial<Record<OpenPayment['reason'], DeclineClass>>;

/** The next row of the business's one table that still does something for this payment (rules D2, D3, A3). */
export function nextStepOf(
  { since, reason, step: done }: Pick<OpenPayment, 'since' | 'reason' | 'step'>,
  today: LocalDate,
  policies: Pick<Policies, 'retryDays' | 'graceDays' | 'cancelAfterDays'>,
): NextStep {
  if (reason === 'being_checked') return { kind: 'checked' };
  if (reason === 'provider_trouble') return { kind: 'soon' };
  const passed = daysBetween(since, today);
  const steps = dunningSteps(policies);
  // What should have happened by now comes first, and of several only the last: the job decides alike.
  const from = steps.findLast(({ day }) => day > done && day <= passed)?.day ?? done + 1;
  const step = steps
    .filter(({ day }) => day >= from)
    .map((coming) => stepAfterDecline(coming, declined[reason]))
    .find(({ charge, message }) => charge || message !== undefined);
  if (step === undefined) return { kind: 'ends', on: addDays(since, policies.cancelAfterDays) };
  const on = addDays(since, step.day);
  if (step.charge) return { kind: step.message === undefined ? 'try' : 'try_and_mail', on };
  return { kind: reason === 'confirmation_needed' ? 'confirm_mail' : 'mail', on };
}

/** True while trying the same card could help: a dead card, or one whose owner must confirm, is not asked again. */
export const canTryAgain = (reason: OpenPayment['reason'] | undefined): boolean =>
  reason === undefined || reason === 'declined' || reason === 'provider_trouble';
