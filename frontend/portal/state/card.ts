import type { CardView } from '../../../shared/contract/billing-views.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';

const month = ({ expMonth, expYear }: Pick<CardView, 'expMonth' | 'expYear'>): string =>
  `${expYear}-${String(expMonth).padStart(2, '0')}`;

/** The earliest bill that is charged to the card and that the card will not live to see. */
export function spoiltBill(
  card: Pick<CardView, 'expMonth' | 'expYear'>,
  memberships: readonly Pick<MembershipView, 'payment' | 'nextBill'>[],
): string | undefined {
  return memberships
    .flatMap(({ payment, nextBill }) => (payment === 'card' && nextBill.kind === 'on' ? [nextBill.date] : []))
    .filter((date) => month(card) < date.slice(0, 7))
    .sort()[0];
}
