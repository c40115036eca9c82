import { addDays, startOfDay } from '../../shared/domain/calendar.ts';
import { balanceAt, moneyAt } from '../../shared/domain/credit-history.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { creditEntriesOf, moneyBookOf } from '../store/ledger-accounts.ts';
import { creditGroups } from '../views/credit-view.ts';

export const getCreditBalance: Handler<'staff', 'getCreditBalance'> = async (request) => {
  const { slug, path, query, today, instance, configuration } = request;
  const { memberId } = path;
  const { on } = query;
  refuseUnless(on <= today, 'day_in_the_future');
  const { timeZone, policies, currency } = configuration.business.value;
  const { money } = await request.loadMember();
  const endOfDay = startOfDay(addDays(on, 1), timeZone) - 1;
  const account = balanceAt(memberId, await creditEntriesOf(instance.table, slug, memberId), endOfDay);
  const credits = creditGroups(account, on, policies);
  if (!request.may('billing.read')) return { on, credits };
  const { entries } = await moneyBookOf(instance.table, slug, { memberId, money });
  return { on, credits, accountCredit: { amount: moneyAt(entries, endOfDay), currency } };
};
