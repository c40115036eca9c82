import { type Confirmed, confirmChange } from '../../functions/billing/change-plan.ts';
import { quoted } from '../../functions/billing/quote-plan-change.ts';
import { type LoadedScene, loadScene } from '../../functions/billing/scene.ts';
import { change } from '../../functions/store/change.ts';
import { keys } from '../../functions/store/keys.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert } from '../../functions/store/table.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import type { ChangeWhen, PlanChangeQuote } from '../../shared/domain/plan-quote.ts';
import { type BillingTestWorld, billingWorldForTests, goldPlan, memberId, slug } from './billing-world.ts';

export const massage = 'svc_01JAB000000000000000000002';
export const platinum: PlanVersion = {
  ...goldPlan,
  planId: 'pln_01JAB000000000000000000002',
  name: 'Platinum',
  tier: 'Platinum',
  price: { amount: 14_900, currency: 'USD' },
  benefits: [
    ...goldPlan.benefits.map((benefit) => (benefit.kind === 'visits' ? { ...benefit, units: 3 } : benefit)),
    { kind: 'visits', key: 'massage', serviceIds: [massage], units: 1 },
  ],
  visitAllowance: 4,
};
export const silver: PlanVersion = {
  ...goldPlan,
  planId: 'pln_01JAB000000000000000000003',
  name: 'Silver',
  tier: 'Silver',
  price: { amount: 4900, currency: 'USD' },
};
export const yearly: PlanVersion = {
  ...goldPlan,
  planId: 'pln_01JAB000000000000000000004',
  name: 'Gold for a year',
  interval: { unit: 'year', count: 1 },
  price: { amount: 99_000, currency: 'USD' },
};

/** Ten days into the first period of Gold, 99.00 a month: 18 of 28 days are left. */
const tenth = '2026-02-10T15:00:00Z';

export async function salonOfPlans(
  options: Parameters<typeof billingWorldForTests>[0] = {},
): Promise<BillingTestWorld> {
  const world = await billingWorldForTests(options);
  await world.table.commit(
    [platinum, silver, yearly].map((plan) => insert(rowOf(keys.plan(slug, plan.planId, plan.version), plan))),
  );
  world.moveTo(tenth);
  return world;
}

export const sceneIn = (world: BillingTestWorld) => async (): Promise<LoadedScene> => {
  const scene = await loadScene(world.world, { ...world.scene(), actor: { kind: 'member', memberId } });
  if (!scene) throw new Error('no membership');
  return scene;
};

/** Asks as the member what a change would mean. */
export const quote = (world: BillingTestWorld, plan: PlanVersion, when: ChangeWhen = 'now'): Promise<PlanChangeQuote> =>
  change(
    world.table,
    async () => quoted(world.world, await sceneIn(world)(), { planId: plan.planId, when, by: 'member' }),
    {
      pause: async () => undefined,
    },
  );

/** Says yes to it as the member. */
export const confirm = (world: BillingTestWorld, { quoteId }: PlanChangeQuote): Promise<Confirmed> =>
  confirmChange(world.world, sceneIn(world), { quoteId, by: 'member', trigger: { kind: 'member', id: 'once' } });
