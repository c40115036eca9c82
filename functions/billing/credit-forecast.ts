import type { ForecastView } from '../../shared/contract/forecast-views.ts';
import type { ForecastStart } from '../../shared/domain/loss-forecast.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { type Configuration, nextPlanOf, planOf } from '../store/configuration.ts';
import { listInvoices } from '../store/invoice-rows.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import type { Table } from '../store/table.ts';
import { forecastView } from '../views/forecast-view.ts';
import { pricesIn } from '../views/prices-in.ts';

/** A member on a day; the configuration holds the plan versions of all memberships. */
export interface ForecastScene {
  readonly slug: string;
  readonly member: MemberSnapshot;
  readonly configuration: Configuration;
  readonly today: LocalDate;
}

/** What a forecast starts from. Reads invoices only where a membership is about to end and pays something back. */
export async function forecastStart(table: Table, scene: ForecastScene): Promise<ForecastStart> {
  const { slug, member, configuration, today } = scene;
  const memberships = member.memberships.map(({ value: membership }) => {
    const plan = planOf(configuration, membership);
    return { membership, plan, nextPlan: nextPlanOf(configuration, membership) ?? plan };
  });
  const paysBack = memberships.some(
    ({ membership: { status, creditsAfterCancel } }) =>
      status !== 'cancelled' && creditsAfterCancel?.kind === 'refund_unused',
  );
  const invoices = paysBack ? await listInvoices(table, slug, member.profile.memberId) : [];
  return {
    account: member.account.value,
    memberships,
    invoices: invoices.map(({ value }) => value),
    priceOf: pricesIn(configuration, configuration.business.value.currency),
    today,
  };
}

/** What a member will lose, and when, if nothing is used. */
export const creditForecast = async (table: Table, scene: ForecastScene): Promise<ForecastView> =>
  forecastView(await forecastStart(table, scene));
