import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import type { Speech } from '../app/speech.ts';

type Says = Pick<Speech, 'words' | 'money' | 'date' | 'instant' | 'card'>;

/** For “My payment failed”: what went out and when, and what can be done right now (000-047, 000-048). */
export function sayFailed(billing: NonNullable<MemberPage['billing']>, timeZone: string, speech: Says): string[] {
  const w = speech.words.profile;
  const { link, undeliverable } = billing;
  const at = (time: number) => speech.instant(time, timeZone);
  const opened = link?.openedAt === undefined ? [] : [w.sayLinkOpened(at(link.openedAt))];
  return [
    ...(link === undefined ? [w.sayLinkNone] : [w.sayLinkSent(at(link.sentAt)), ...opened]),
    ...(undeliverable === undefined ? [] : [w.sayLinkBack]),
    w.sayHelp,
  ];
}

/** For “What will I be charged next?”: the exact amount, the day, and where it comes from. Empty when nothing comes. */
export function sayCharge(
  { upcoming, payment, nextBill }: MembershipView,
  billing: MemberPage['billing'],
  { words, money, date, card }: Says,
): string[] {
  if (upcoming === undefined || (nextBill.kind !== 'on' && nextBill.kind !== 'paused_until')) return [];
  const w = words.profile;
  const { amount, on, fromAccountCredit, tax, total } = upcoming;
  const byCard = billing?.card === undefined ? w.sayByCardMissing : w.sayByCard(card(billing.card));
  const how = payment === 'at_the_desk' ? w.sayAtDesk : billing === undefined ? w.sayFromCard : byCard;
  return [
    w.sayCharge(money(amount), date(on), how),
    ...(fromAccountCredit.amount > 0 ? [w.sayChargeCredit(money(fromAccountCredit), money(total))] : []),
    ...(tax.amount > 0 ? [w.sayChargeTax(money(tax))] : []),
  ];
}
