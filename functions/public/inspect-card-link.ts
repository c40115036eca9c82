import type { OperationsOf } from '../../shared/contract/operations.ts';
import type { Money } from '../../shared/domain/money.ts';
import type { PublicRequest } from '../http/request.ts';
import { billingWrite } from '../store/billing-rows.ts';
import { change } from '../store/change.ts';
import { loadLink } from '../store/link-rows.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { oldestDue } from '../views/oldest-due.ts';

/**
 * What the link in a payment mail tells: what is due, and nothing about the person (000-021). Its first opening is noted,
 * so that staff can see that the mail was read (000-047); an older link is not the one that they ask about.
 */
export async function inspectCardLink(
  { instance, slug, at, configuration }: PublicRequest<OperationsOf<'public'>['inspectLink']>,
  token: string,
): Promise<{ amountDue?: Money }> {
  const { table, chance } = instance;
  return change<{ amountDue?: Money }>(
    table,
    async () => {
      const link = (await loadLink(table, slug, token))?.link.value;
      const member = link?.purpose === 'card_update' ? await loadMember(table, slug, link.memberId) : undefined;
      if (link?.purpose !== 'card_update' || !member) return { writes: [], reply: {} };
      const due = oldestDue(member.memberships)?.due;
      const newest = member.billing.value.link;
      const isFirst = newest?.sentAt === link.sentAt && newest.openedAt === undefined;
      const opened = { ...member.billing.value, link: { ...newest, sentAt: link.sentAt, openedAt: at } };
      return {
        writes: isFirst ? [billingWrite(slug, member.billing, opened)] : [],
        reply:
          due === undefined
            ? {}
            : { amountDue: { amount: due.amount, currency: configuration.business.value.currency } },
      };
    },
    { pause: chance.pause },
  );
}
