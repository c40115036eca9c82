import { moneyWrites } from '../../functions/store/money-writes.ts';
import { emptyMoneyAccount, enterMoney } from '../../shared/domain/money-account.ts';
import { type BillingTestWorld, memberId, slug } from './billing-world.ts';

/** Gives the member of a billing world account credit by hand, in minor units. */
export async function giveAccountCredit(world: BillingTestWorld, amount: number): Promise<void> {
  const { money } = await world.member();
  const at = world.now();
  const actor = { kind: 'system', job: 'test' } as const;
  const { account, entry } = enterMoney(money?.value ?? emptyMoneyAccount(memberId, world.business.currency), {
    kind: 'ADJUST',
    amount,
    reason: { code: 'goodwill' },
    actor,
    causeId: `credit-${at}-${money?.version ?? 0}`,
    on: new Date(at).toISOString().slice(0, 10),
    at,
  });
  const event = {
    eventId: world.world.chance.newId('event', at),
    type: 'account_credit.changed' as const,
    business: slug,
    memberId,
    actor,
    at,
    requestId: 'credit',
    subject: {},
  };
  await world.table.commit(moneyWrites(money, account, entry, { slug, event }));
}
