import type { MembershipView } from '../../../shared/contract/views.ts';
import { type Benefit, type CountedBenefit, isCounted } from '../../../shared/domain/plan.ts';

export type ConstantBenefit = Exclude<Benefit, CountedBenefit>;

/** A benefit without a number, of the membership that it can be used with today. */
export interface Constant {
  readonly membershipId: string;
  readonly benefit: ConstantBenefit;
}

const isConstant = (benefit: Benefit): benefit is ConstantBenefit => !isCounted(benefit);

/** Discounts and unlimited services that can be used today; while a membership rests or is paused, none of its own (rules G4, P3). */
export const constantBenefits = (memberships: readonly MembershipView[]): Constant[] =>
  memberships
    .filter(({ status, usability }) => usability === 'usable' && status !== 'paused')
    .flatMap(({ membershipId, plan }) =>
      plan.benefits.filter(isConstant).map((benefit) => ({ membershipId, benefit })),
    );
