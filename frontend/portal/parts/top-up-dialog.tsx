import { readAmount } from '../../common/amounts.ts';
import { usePortal } from '../portal-context.ts';
import { useHostedPage } from '../state/use-hosted-page.ts';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { Form } from './form.tsx';
import { ErrorNotice } from './notice.tsx';

/** “+”: an amount that is not tied to an open payment, into account credit (004-038). */
export function TopUpDialog({ memberId, closed }: { memberId: string; closed: () => void }) {
  const { business, side, tongue } = usePortal();
  const { topUp, pay, card } = tongue.words.billing;
  const { leave, busy, error } = useHostedPage();
  const read = (typed = '') => {
    const amount = readAmount(typed, business.currency);
    return amount !== undefined && amount.amount > 0 ? amount : undefined;
  };
  return (
    <Dialog title={topUp.title} busy={busy} closed={closed}>
      {(close) => (
        <>
          <p>{topUp.explained}</p>
          <Form
            label={topUp.go}
            check={(answers) => ({ amount: read(answers.amount) === undefined ? topUp.amountMissing : undefined })}
            send={async ({ amount: typed }) => {
              const amount = read(typed);
              if (amount !== undefined) {
                await leave(() => side.client.startTopUp({ path: { memberId }, body: { amount } }));
              }
            }}
          >
            {({ amount }) => (
              <Field
                label={`${topUp.amount} (${business.currency})`}
                problem={amount}
                name="amount"
                inputMode="decimal"
                autocomplete="transaction-amount"
              />
            )}
          </Form>
          <ErrorNotice error={error} />
          <button type="button" class="secondary" aria-disabled={busy} onClick={() => busy || close()}>
            {pay.goBack}
          </button>
          <p class="rule">{card.enteredSafely}</p>
        </>
      )}
    </Dialog>
  );
}
