import { useState } from 'preact/hooks';
import { usePortal } from '../portal-context.ts';
import { confirmationAwaited } from '../state/attention.ts';
import type { Own } from '../state/own.ts';
import { useHostedPage } from '../state/use-hosted-page.ts';
import type { News } from './notice.tsx';
import { type Payable, PayDialog } from './pay-dialog.tsx';

/**
 * “Pay Now” (004-039): with a card that may be charged, a dialog to confirm; without one, or when the bank wants its own
 * confirmation, the provider’s page. `dialog` is to be rendered where the buttons are.
 */
export function usePaying(own: Own, settled: (news: News) => void) {
  const { side } = usePortal();
  const { leave, busy, error } = useHostedPage();
  const [paying, setPaying] = useState<Payable>();
  const { memberId } = own.profile;
  const { card } = own.billing;

  function pay(payable: Payable): void {
    const { invoiceId, kind } = payable;
    const usesCard =
      kind !== 'order' && card !== undefined && !card.expired && !confirmationAwaited(invoiceId, own.memberships);
    if (usesCard) setPaying(payable);
    else leave(() => side.client.startPayment({ path: { memberId, invoiceId }, body: {} }));
  }

  const dialog = paying !== undefined && card !== undefined && (
    <PayDialog memberId={memberId} payable={paying} card={card} closed={() => setPaying(undefined)} settled={settled} />
  );
  return { pay, busy, error, dialog };
}
