import { emptyMoneyAccount, enterMoney } from '../../shared/domain/money-account.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { moneyWrites } from '../store/money-writes.ts';
import { refuseBeyondLimit } from './hand-limit.ts';

export const adjustAccountCredit: Handler<'staff', 'adjustAccountCredit'> = async (request) => {
  const { amount, reason, note } = request.body;
  const { currency } = request.configuration.business.value;
  refuseUnless(amount !== 0, 'adjustment_without_change');
  // What a client has just paid in is no gift.
  if (reason !== 'paid_in') refuseBeyondLimit(request, 'account_credit', amount);
  return request.change(async () => {
    const { money, profile } = await request.loadMember();
    const { memberId } = profile;
    const { actor, causeId, today, at } = request.occasion();
    const { account, entry } = enterMoney(money?.value ?? emptyMoneyAccount(memberId, currency), {
      kind: amount > 0 && reason === 'paid_in' ? 'TOP_UP' : 'ADJUST',
      amount,
      reason: { code: reason },
      actor,
      causeId,
      on: today,
      at,
    });
    const event = request.event('account_credit.changed', { amount, reason }, memberId);
    return {
      writes: moneyWrites(money, account, entry, { slug: request.slug, event, note }),
      reply: { accountCredit: { amount: account.balance, currency } },
    };
  });
};
