import { useState } from 'preact/hooks';
import type { CardView, InvoiceSummary, PaymentResult } from '../../../shared/contract/billing-views.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { cardInWords } from '../../../shared/wording/describe-card.ts';
import { formatMoney } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { useHostedPage } from '../state/use-hosted-page.ts';
import { useSend } from '../state/use-send.ts';
import { Dialog } from './dialog.tsx';
import { ErrorNotice, type News, NewsNotice } from './notice.tsx';

export interface Payable {
  readonly invoiceId: string;
  readonly amount: Money;
  /** What no membership owes is paid on the provider’s page: nothing was agreed for the card on file. */
  readonly kind: InvoiceSummary['kind'];
}

/**
 * “Pay Now” with the card on file: the exact amount and card to confirm first (rule 3.3.4), then the result. What cannot
 * be settled here goes on to the provider’s page. `settled` gets the news once nothing more is to be done here.
 */
export function PayDialog(props: {
  memberId: string;
  payable: Payable;
  card: CardView;
  closed: () => void;
  settled: (news: News) => void;
}) {
  const { side, tongue } = usePortal();
  const { pay } = tongue.words.billing;
  const { memberId, payable, card } = props;
  const amount = formatMoney(payable.amount, tongue.locale);
  const path = { memberId, invoiceId: payable.invoiceId };
  const paying = useSend((_asked: Payable, idempotencyKey) =>
    side.client.payInvoice({ path, body: {}, idempotencyKey }),
  );
  const hosted = useHostedPage();
  const [result, setResult] = useState<PaymentResult>();
  const busy = paying.busy || hosted.busy;
  const goesOn = result === 'declined' || result === 'confirmation_needed';

  async function confirm(close: () => void) {
    const reply = await paying.send(payable);
    if (reply === undefined) return;
    const news = newsOf(reply.result);
    if (news === undefined) {
      setResult(reply.result);
      return;
    }
    close();
    props.settled(news);
  }

  function newsOf(answer: PaymentResult): News | undefined {
    if (answer === 'paid') return { tone: 'good', text: pay.paid(amount) };
    if (answer === 'nothing_due') return { tone: 'good', text: pay.nothingDue };
    return answer === 'pending' ? { tone: 'wait', text: pay.pending } : undefined;
  }

  const elsewhere = () => hosted.leave(() => side.client.startPayment({ path, body: {} }));
  return (
    <Dialog title={pay.title(amount)} busy={busy} closed={props.closed}>
      {(close) => (
        <>
          {!goesOn && <p>{pay.question(amount, cardInWords(card, tongue))}</p>}
          <div role="status">{paying.busy && <p class="muted">{pay.busy}</p>}</div>
          <NewsNotice
            news={
              result === undefined
                ? undefined
                : { tone: 'bad', text: result === 'declined' ? pay.declined : pay.confirmationNeeded }
            }
          />
          <ErrorNotice error={paying.error ?? hosted.error} />
          <div class="ways">
            {goesOn ? (
              <button type="button" class="primary" aria-disabled={busy} onClick={elsewhere}>
                {result === 'declined' ? pay.otherCard : pay.confirm}
              </button>
            ) : (
              <button type="button" class="primary" aria-disabled={busy} onClick={() => confirm(close)}>
                {pay.pay(amount)}
              </button>
            )}
            <button type="button" class="secondary" aria-disabled={busy} onClick={() => busy || close()}>
              {pay.goBack}
            </button>
          </div>
          {!goesOn && (
            <button type="button" class="quiet" aria-disabled={busy} onClick={elsewhere}>
              {pay.otherCard}
            </button>
          )}
        </>
      )}
    </Dialog>
  );
}
