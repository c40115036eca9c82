import { type CreditsAfterCancel, creditsAfterCancelOf, type PlanTerms } from '../../../shared/domain/plan.ts';
import { readWhole } from '../credits/units.ts';

/** What becomes of what is left when a membership is cancelled (rule K2), as it stands in the form. */
export interface AfterCancelDraft {
  readonly afterCancel: CreditsAfterCancel['kind'];
  readonly afterCancelDays: string;
}

/** Least and most days after the membership's last one. */
export const graceRange = [1, 365] as const;

/** What a plan says where it says nothing. */
export const usualAfterCancel: AfterCancelDraft = { afterCancel: 'keep_until_expiry', afterCancelDays: '30' };

export function afterCancelDraftOf(plan: Pick<PlanTerms, 'creditsAfterCancel'>): AfterCancelDraft {
  const rule = creditsAfterCancelOf(plan);
  return {
    afterCancel: rule.kind,
    afterCancelDays: rule.kind === 'grace_days' ? String(rule.days) : usualAfterCancel.afterCancelDays,
  };
}

/** The rule that is meant; undefined while its days cannot be read. */
export function readAfterCancel({ afterCancel, afterCancelDays }: AfterCancelDraft): CreditsAfterCancel | undefined {
  if (afterCancel !== 'grace_days') return { kind: afterCancel };
  const days = readWhole(afterCancelDays, ...graceRange);
  return days === undefined ? undefined : { kind: 'grace_days', days };
}
