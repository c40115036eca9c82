import type { PlanDraft, PlanProblem } from './plan-draft.ts';

/** What each part of the plan's form works on. */
export interface PlanPart {
  readonly draft: PlanDraft;
  readonly problems: ReadonlySet<PlanProblem>;
  readonly change: (part: Partial<PlanDraft>) => void;
}
