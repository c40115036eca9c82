import { localDateOf } from '../../shared/domain/calendar.ts';
import { formatDay, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { type Configuration, planVersionOf } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { oldestDue } from '../views/oldest-due.ts';
import { cardLink } from './card-link.ts';
import { toMember } from './member-letter.ts';
import { takeSlot } from './visitor-limit.ts';

/** Milliseconds between two links that visitors can cause: a mail that is on its way is enough. */
const pauseBetween = 20 * 60_000;

/** The link that staff send, or that somebody with an old link asked for (000-022). */
export const paymentLink = toMember(async (cause, member, addressee, world) => {
  const { event, now, configuration } = cause;
  const { name, timeZone } = configuration.business.value;
  const slot = event.actor.kind === 'visitor' ? await takeSlot(world.table, event, addressee.to, now) : [];
  if (!slot) return 'too_many';
  const sentAt = member.billing.value.link?.sentAt;
  // With a slot of its own already, this is the same request again, whose mail may not have left.
  if (slot.length > 0 && sentAt !== undefined && now - sentAt < pauseBetween) return 'too_many';

  const { tongue } = addressee;
  const link = cardLink(cause, member, addressee, world.chance.newToken());
  const today = localDateOf(now, timeZone);
  const words = mailsIn(tongue.language).payment.link({
    business: name,
    name: addressee.name,
    open: openIn(configuration, member, today, tongue.locale),
    until: link.until,
  });
  return { kind: 'payment_link', words, url: link.url, writes: [...link.writes, ...slot] };
});

function openIn(configuration: Configuration, { memberships }: MemberSnapshot, today: string, locale: string) {
  const membership = oldestDue(memberships);
  const plan = membership && planVersionOf(configuration, membership.planId, membership.planVersion);
  if (!membership || !plan) return undefined;
  const { amount, since } = membership.due;
  const { currency } = configuration.business.value;
  return { plan: plan.name, amount: formatMoney({ amount, currency }, locale), since: formatDay(since, today, locale) };
}
