import { CreditCard } from 'lucide-preact';
import type { BillingView, CardView } from '../../../shared/contract/billing-views.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { cardInWords, cardMonth } from '../../../shared/wording/describe-card.ts';
import { formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { spoiltBill } from '../state/card.ts';
import { useHostedPage } from '../state/use-hosted-page.ts';
import { ErrorNotice } from './notice.tsx';

interface Given {
  readonly billing: BillingView;
  readonly memberships: readonly MembershipView[];
  readonly memberId: string;
  readonly today: string;
  /** False where the same button already stands beside an open payment. */
  readonly offersUpdate: boolean;
}

/** The card on file and “Update Payment Method”, in every state of a membership (000-014 … 000-016). */
export function PaymentMethod({ billing, memberships, memberId, today, offersUpdate }: Given) {
  const { side, tongue } = usePortal();
  const { card: words } = tongue.words.billing;
  const { leave, busy, error } = useHostedPage();
  const { card } = billing;
  const spoilt = card && spoiltBill(card, memberships);
  return (
    <section class="method" aria-labelledby="method">
      <h2 id="method">{words.title}</h2>
      {card === undefined ? <p class="muted">{words.none}</p> : <Card card={card} />}
      {spoilt !== undefined && (
        <p class="notice soon">
          <CreditCard aria-hidden="true" size={20} />
          <span>{words.expiresBeforeBill(formatDay(spoilt, today, tongue.locale))}</span>
        </p>
      )}
      {offersUpdate && (
        <button
          type="button"
          class="secondary"
          aria-disabled={busy}
          onClick={() => leave(() => side.client.startCardUpdate({ path: { memberId }, body: {} }))}
        >
          {card === undefined ? words.add : words.update}
        </button>
      )}
      <ErrorNotice error={error} />
      <p class="rule">{words.enteredSafely}</p>
    </section>
  );
}

function Card({ card }: { card: CardView }) {
  const { tongue } = usePortal();
  const { card: words } = tongue.words.billing;
  const month = cardMonth(card);
  return (
    <p class="on-file">
      <CreditCard aria-hidden="true" size={22} />
      <span>
        <strong>{cardInWords(card, tongue)}</strong>
        <span class={card.expired ? 'problem' : 'muted'}>
          {card.expired ? words.expired(month) : words.expires(month)}
        </span>
      </span>
    </p>
  );
}
