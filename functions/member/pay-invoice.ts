import { billingWorldOf } from '../billing/request-world.ts';
import { tryInvoice } from '../billing/retry-invoice.ts';
import type { Handler } from '../http/request.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { membershipViews } from '../views/membership-view.ts';
import { personOf } from './billing-person.ts';

export const payInvoice: Handler<'member', 'payInvoice'> = async (request) => {
  const { slug, path, configuration, today, requestId, idempotencyKey = requestId } = request;
  const trigger = { kind: 'member', id: idempotencyKey } as const;
  const { result } = await tryInvoice(billingWorldOf(request), personOf(request), path.invoiceId, trigger);
  const now = (await loadMember(request.instance.table, slug, path.memberId)) ?? request.member;
  const memberships = now.memberships.map(({ value }) => value);
  const reply = { result, memberships: membershipViews(memberships, configuration, today, now) };
  return request.change(async () => ({ writes: [], reply }));
};
