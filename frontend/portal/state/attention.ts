import type { MembershipView, OpenPayment } from '../../../shared/contract/views.ts';

export type Remedy = 'pay' | 'confirm' | 'update_card';

/** What the member can do about an open payment: the one main thing, and another way where there is one. */
export interface Remedies {
  readonly main?: Remedy;
  readonly other?: Remedy;
}

const remedies = {
  declined: { main: 'pay', other: 'update_card' },
  new_card_needed: { main: 'update_card' },
  no_card: { main: 'update_card' },
  confirmation_needed: { main: 'confirm', other: 'update_card' },
  being_checked: {},
  provider_trouble: {},
} as const satisfies Record<OpenPayment['reason'], Remedies>;

/** None while there is nothing to do but wait, and none where the business takes no cards. */
export const remediesFor = ({ reason }: Pick<OpenPayment, 'reason'>, connected: boolean): Remedies =>
  connected ? remedies[reason] : {};

/** True when nobody has to do anything: said calmly, not as a warning. */
export const isCalm = ({ reason }: Pick<OpenPayment, 'reason'>): boolean =>
  reason === 'being_checked' || reason === 'provider_trouble';

/** What is open, over all memberships. */
export const openPayments = (memberships: readonly Pick<MembershipView, 'open'>[]): OpenPayment[] =>
  memberships.flatMap(({ open }) => (open === undefined ? [] : [open]));

/** True when “Update Payment Method” already stands beside an open payment and need not be said again. */
export const offersCardUpdate = (open: readonly Pick<OpenPayment, 'reason'>[], connected: boolean): boolean =>
  open.some((payment) => Object.values(remediesFor(payment, connected)).includes('update_card'));

/** True for an invoice that only the bank’s own confirmation can settle: the card on file is not tried in vain. */
export const confirmationAwaited = (
  invoiceId: string,
  memberships: readonly { readonly open?: Pick<OpenPayment, 'invoiceId' | 'reason'> | undefined }[],
): boolean => memberships.some(({ open }) => open?.invoiceId === invoiceId && open.reason === 'confirmation_needed');
