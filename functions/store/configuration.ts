import { Business } from '../../shared/domain/business.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { PaymentsAccount } from '../../shared/domain/payments-account.ts';
import { PlanVersion } from '../../shared/domain/plan.ts';
import type { VersionName } from '../../shared/domain/plan-quote.ts';
import { Location, Service } from '../../shared/domain/service.ts';
import { StaffMember } from '../../shared/domain/staff-member.ts';
import { partitions } from './keys.ts';
import { parseRow, type Stored } from './stored.ts';
import type { Row, Table } from './table.ts';

/** A business with its catalogue and its people: one partition, one query. */
export interface Configuration {
  readonly business: Stored<Business>;
  readonly plans: readonly Stored<PlanVersion>[];
  readonly services: readonly Stored<Service>[];
  readonly locations: readonly Stored<Location>[];
  readonly staff: readonly Stored<StaffMember>[];
  /** The account at the payment provider, if one was begun. */
  readonly payments: Stored<PaymentsAccount> | undefined;
}

/** Undefined when there is no such business. */
export async function loadConfiguration(table: Table, slug: string): Promise<Configuration | undefined> {
  const { rows } = await table.query({ pk: partitions.business(slug) });
  const business = rows.find((row) => row.sk === 'BUSINESS');
  if (!business) return undefined;
  const payments = rows.find((row) => row.sk === 'PAYMENTS');
  const under = (prefix: string): Row[] => rows.filter((row) => row.sk.startsWith(prefix));
  return {
    business: parseRow(Business, business),
    plans: under('PLAN#').map((row) => parseRow(PlanVersion, row)),
    services: under('SERVICE#').map((row) => parseRow(Service, row)),
    locations: under('LOCATION#').map((row) => parseRow(Location, row)),
    staff: under('STAFF#').map((row) => parseRow(StaffMember, row)),
    payments: payments && parseRow(PaymentsAccount, payments),
  };
}

/** The newest version of each plan. */
export function newestPlans(configuration: Configuration): PlanVersion[] {
  const newest = new Map<string, PlanVersion>();
  for (const { value } of configuration.plans) {
    if (value.version > (newest.get(value.planId)?.version ?? 0)) newest.set(value.planId, value);
  }
  return [...newest.values()];
}

export const planVersionOf = (configuration: Configuration, planId: string, version: number): PlanVersion | undefined =>
  configuration.plans.find(({ value }) => value.planId === planId && value.version === version)?.value;

/** The version that a membership is on. Throws when this configuration does not hold it. */
export function planOf(configuration: Configuration, { planId, planVersion }: Membership): PlanVersion {
  const plan = planVersionOf(configuration, planId, planVersion);
  if (!plan) throw new Error(`plan ${planId} version ${planVersion} is missing`);
  return plan;
}

/** The versions that a membership names: its own, and the ones that it is changing to. */
const versionsOf = ({ planId, planVersion, pendingChange, charge }: Membership): VersionName[] => [
  { planId, version: planVersion },
  ...(pendingChange === undefined ? [] : [{ planId: pendingChange.planId, version: pendingChange.planVersion }]),
  ...(charge?.quote === undefined ? [] : [charge.quote.to]),
];

/** False when a membership points to a plan version that this configuration does not hold: it is older than the plan. */
export const knowsPlansOf = (configuration: Configuration, memberships: readonly Membership[]): boolean =>
  memberships.flatMap(versionsOf).every(({ planId, version }) => planVersionOf(configuration, planId, version));

/** The version that a membership changes to on a coming bill date; undefined when none waits. */
export const nextPlanOf = (
  configuration: Configuration,
  { pendingChange }: Pick<Membership, 'pendingChange'>,
): PlanVersion | undefined =>
  pendingChange && planVersionOf(configuration, pendingChange.planId, pendingChange.planVersion);

/** The account that cards are charged in; undefined while the business takes none. */
export const readyAccount = ({ payments }: Configuration): string | undefined =>
  payments?.value.ready ? payments.value.accountId : undefined;
