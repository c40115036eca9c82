import { cardInWords } from '../../../shared/wording/describe-card.ts';
import { formatMoney } from '../../../shared/wording/format.ts';
import type { Tongue } from '../../../shared/wording/words.ts';
import type { CheckoutReply } from './ask-checkout.ts';

export interface CheckoutResult {
  readonly tone: 'good' | 'bad' | 'wait';
  readonly title: string;
  readonly sentences: readonly string[];
  /** The next step is another card. */
  readonly retry?: true;
}

const inUse: readonly (string | undefined)[] = ['active', 'trial', 'renewal_pending', 'cancelling'];

/** What to say about a hosted page that somebody came back from: the result first, then what follows from it. */
export function checkoutResult(
  reply: CheckoutReply,
  business: string,
  tongue: Tongue,
  isSignedIn = false,
): CheckoutResult {
  const { result } = tongue.words.checkout;
  switch (reply.payment) {
    case 'paid':
    case 'nothing_due':
      return settled(reply, business, tongue, isSignedIn);
    case 'declined':
      return { tone: 'bad', title: result.declined, sentences: [whatDeclined(reply, tongue)], retry: true };
    case 'confirmation_needed':
      return { tone: 'bad', title: result.confirmationNeeded, sentences: [result.confirmNext] };
    case 'pending':
      return { tone: 'wait', title: result.pending, sentences: [result.pendingNext] };
    default:
      return reply.payment satisfies never;
  }
}

function settled(reply: CheckoutReply, business: string, tongue: Tongue, isSignedIn: boolean): CheckoutResult {
  const { result } = tongue.words.checkout;
  const { purpose, card, plan, status, payment } = reply;
  const amount = reply.amount && reply.amount.amount > 0 ? formatMoney(reply.amount, tongue.locale) : undefined;
  const received = payment === 'paid' && amount !== undefined ? [result.received(amount)] : [];
  const kept = card === undefined ? [] : [result.cardKept(cardInWords(card, tongue))];
  if (purpose === 'enrolment') {
    const begun = plan === undefined ? [] : [result.hasBegun(plan)];
    const password = isSignedIn ? [] : [result.passwordMailed];
    return { tone: 'good', title: result.welcome(business), sentences: [...begun, ...received, ...password] };
  }
  if (purpose === 'account_credit' && amount !== undefined) {
    return { tone: 'good', title: result.paid, sentences: [result.credited(amount)] };
  }
  if (payment === 'nothing_due' && purpose === 'card_update') {
    return { tone: 'good', title: result.cardSaved, sentences: kept };
  }
  const title = inUse.includes(status) ? result.paidAndActive : result.paid;
  return { tone: 'good', title, sentences: purpose === 'card_update' ? [...received, ...kept] : received };
}

function whatDeclined({ purpose }: CheckoutReply, { words }: Tongue): string {
  const { result } = words.checkout;
  if (purpose === 'card_update') return result.declinedWithNewCard;
  return purpose === 'enrolment' ? result.notJoined : result.notCharged;
}
