import { newBusiness, type Policies } from '../../shared/domain/business.ts';
import type { PlanTerms, PlanVersion } from '../../shared/domain/plan.ts';
import { type PlanRules, planRules } from '../../shared/domain/plan-rules.ts';
import type { TaxRule } from '../../shared/domain/tax.ts';

const business = newBusiness({
  slug: 'lindenhof',
  name: 'Lindenhof',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'de-DE',
  contact: { email: 'hallo@example.com' },
});

/** A plan with what it means in a business, as the API answers it. */
export function ruled<P extends Pick<PlanTerms, 'price' | 'interval' | 'renewal' | 'benefits'> & Partial<PlanTerms>>(
  terms: P,
  { tax, ...given }: { readonly tax?: TaxRule } & Partial<Policies> = {},
): P & { readonly rules: PlanRules } {
  const rest = { planId: 'pln_00000000000000000000000001', version: 1, visitAllowance: 0, offered: true } as const;
  const plan: PlanVersion = { name: 'Glow', tier: 'Gold', ...rest, ...terms };
  return { ...terms, rules: planRules(plan, { ...business, policies: { ...business.policies, ...given } }, tax) };
}
