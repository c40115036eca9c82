import type { Money } from '../../shared/domain/money.ts';
import { type Benefit, includedVisits, type PlanTerms } from '../../shared/domain/plan.ts';
import { keyFor } from './calls.ts';
import { finishOnboarding } from './provider-pages.ts';
import type { Salon, SeedBenefit, SeedPlan } from './salon.ts';
import type { Staff } from './world.ts';

/** The ids that the salon's services, plans and places were given, by their keys in the data. */
export interface Catalogue {
  readonly today: string;
  serviceId(key: string): string;
  planId(key: string): string;
  /** The places in turn, so that all of them are used. */
  locationId(turn: number): string;
}

/** Sets up looks, contact, services, places and plans as the owner would. */
export async function setUp(salon: Salon, owner: Staff): Promise<Catalogue> {
  const { slug, brand, contact, features, tax, seller, locations } = salon;
  const before = await owner.getSettings({});
  if (before.business.brand.tagline !== brand.tagline) {
    await owner.updateBusiness({ body: { version: before.version, brand, contact, features, tax, seller } });
  }
  if (!before.takesCards) {
    const { url } = await owner.connectPayments({ body: {}, idempotencyKey: keyFor(slug, 'payments') });
    await finishOnboarding(url);
    const { state } = await owner.getPayments({});
    if (state !== 'connected') throw new Error(`${salon.name} cannot take cards: ${state}.`);
  }
  const serviceIds = await addServices(salon, owner);
  const places = await Promise.all(
    locations.map((body) => owner.saveLocation({ body, idempotencyKey: keyFor(slug, 'location', body.name) })),
  );
  const planIds = new Map<string, string>();
  // In turn: plans are listed in the order in which they were published.
  for (const [key, plan] of Object.entries(salon.plans)) {
    const terms = termsOf(plan, salon, (service) => known(serviceIds, service));
    const { planId } = await owner.publishPlan({ body: { terms }, idempotencyKey: keyFor(slug, 'plan', key) });
    planIds.set(key, planId);
  }
  return {
    today: before.today,
    serviceId: (key) => known(serviceIds, key),
    planId: (key) => known(planIds, key),
    locationId: (turn) => places[turn % places.length]?.locationId ?? '',
  };
}

async function addServices({ slug, currency, services }: Salon, owner: Staff): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [key, { price, ...service }] of Object.entries(services)) {
    const body = { ...service, price: { amount: price, currency } };
    ids.set(key, (await owner.saveService({ body, idempotencyKey: keyFor(slug, 'service', key) })).serviceId);
  }
  return ids;
}

type ServiceId = (key: string) => string;

function termsOf(plan: SeedPlan<string>, { currency }: Salon, serviceId: ServiceId): PlanTerms {
  const { price, enrolmentFee, benefits: given, ...rest } = plan;
  const money = (amount: number): Money => ({ amount, currency });
  const benefits = given.map((benefit) => benefitOf(benefit, money, serviceId));
  return {
    ...rest,
    price: money(price),
    ...(enrolmentFee === undefined ? {} : { enrolmentFee: money(enrolmentFee) }),
    benefits,
    visitAllowance: includedVisits(benefits),
  };
}

function benefitOf(benefit: SeedBenefit<string>, money: (amount: number) => Money, serviceId: ServiceId): Benefit {
  const serviceIds = benefit.services.map(serviceId);
  const { key } = benefit;
  switch (benefit.kind) {
    case 'visits':
      return { kind: 'visits', key, serviceIds, units: benefit.units };
    case 'allowance':
      return { kind: 'allowance', key, serviceIds, value: money(benefit.value) };
    case 'discount':
      return { kind: 'discount', key, serviceIds, percent: benefit.percent };
    case 'unlimited':
      return { kind: 'unlimited', key, serviceIds };
    default:
      return benefit satisfies never;
  }
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The salon's data has no ${key}.`);
  return id;
}
