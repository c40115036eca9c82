import { addDays } from '../../shared/domain/calendar.ts';
import type { CreditAccount } from '../../shared/domain/credit-account.ts';
import { alertsDue, type CreditAlerts, wasToldOn } from '../../shared/domain/credit-alerts.ts';
import { forecastCredits } from '../../shared/domain/loss-forecast.ts';
import { restingMemberships } from '../../shared/domain/standing.ts';
import { forecastStart } from '../billing/credit-forecast.ts';
import { loadConfiguration } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import type { Table } from '../store/table.ts';

/**
 * What the member is to be told this morning: once a day, of what can be used, and only of what will really be lost with
 * its last day. A coming pause that moves it, money that goes back for it, or a bill that is not paid keeps it quiet.
 */
export async function alertsToday(
  table: Table,
  { slug, member, account, today }: { slug: string; member: MemberSnapshot; account: CreditAccount; today: string },
): Promise<CreditAlerts['said']> {
  const alerts = member.alerts.value;
  const due = wasToldOn(alerts, today) ? [] : alertsDue(account, alerts, today);
  if (due.length === 0) return [];
  const configuration = await loadConfiguration(table, slug);
  if (!configuration) throw new Error(`there is no business ${slug}`);
  const memberships = member.memberships.map(({ value }) => value);
  const resting = restingMemberships(memberships, today, configuration.business.value.policies);
  const start = await forecastStart(table, { slug, member, configuration, today });
  const until = addDays(
    due.reduce((latest, { lastDay }) => (lastDay > latest ? lastDay : latest), today),
    1,
  );
  const { losses } = forecastCredits({ ...start, account }, until, new Set(due.map(({ bucketId }) => bucketId)));
  return due.filter(({ bucketId, lastDay }) => {
    const source = account.buckets.find((bucket) => bucket.bucketId === bucketId)?.source;
    if (source?.kind === 'membership' && resting.has(source.membershipId)) return false;
    return losses.some((loss) => loss.bucketId === bucketId && loss.lastDay === lastDay && loss.cause === 'last_day');
  });
}
