import { Business } from '../../shared/domain/business.ts';
import { PaymentsAccount } from '../../shared/domain/payments-account.ts';
import { PlanVersion } from '../../shared/domain/plan.ts';
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

/** The account that cards are charged in; undefined while the business takes none. */
export const readyAccount = ({ payments }: Configuration): string | undefined =>
  payments?.value.ready ? payments.value.accountId : undefined;
