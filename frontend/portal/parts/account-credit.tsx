import { useEffect, useId, useState } from 'preact/hooks';
import type { BillingView } from '../../../shared/contract/billing-views.ts';
import { formatMoney } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { useSend } from '../state/use-send.ts';
import { ErrorNotice } from './notice.tsx';

/** Money paid in, and the member’s switch whether bills are paid from it first (002-013). */
export function AccountCredit(props: { billing: BillingView; memberId: string; changed: () => void }) {
  const { side, tongue } = usePortal();
  const { credit } = tongue.words.billing;
  const { billing, memberId, changed } = props;
  const id = useId();
  const [uses, setUses] = useState(billing.usesAccountCredit);
  useEffect(() => setUses(billing.usesAccountCredit), [billing.usesAccountCredit]);
  const { send, busy, error } = useSend((usesAccountCredit: boolean) =>
    side.client.setAccountCreditUse({ path: { memberId }, body: { usesAccountCredit } }),
  );

  async function choose(wanted: boolean) {
    setUses(wanted);
    const reply = await send(wanted);
    if (reply === undefined) setUses(!wanted);
    else changed();
  }

  return (
    <section class="credit" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{credit.title}</h2>
      <p class="amount">{formatMoney(billing.accountCredit, tongue.locale)}</p>
      <p class="muted">{credit.explained}</p>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={uses}
          aria-checked={uses}
          aria-disabled={busy}
          aria-describedby={`${id}-meaning`}
          onClick={(event) => busy && event.preventDefault()}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        <span>{credit.useForRenewals}</span>
      </label>
      <p class="rule" id={`${id}-meaning`}>
        {uses ? credit.used : credit.notUsed}
      </p>
      <ErrorNotice error={error} />
    </section>
  );
}
