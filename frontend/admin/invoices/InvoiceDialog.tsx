import { lazy, Suspense, useState } from 'react';
import type { InvoiceSummary, StaffInvoiceView } from '../../../shared/contract/billing-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { type Loading, useLoad } from '../effects/load.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { invoiceName } from './invoice-words.ts';
import { RefundForm } from './RefundForm.tsx';

// Apart: few visits to a profile open an invoice.
const InvoiceDetails = lazy(() => import('./InvoiceDetails.tsx'));

interface InvoiceDialogProps {
  /** The one that is open; absent while none is. */
  readonly invoice: InvoiceSummary | undefined;
  readonly page: MemberPage;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** One invoice as a whole, and giving its money back. */
export function InvoiceDialog({ invoice, page, onClose, onChanged }: InvoiceDialogProps) {
  const words = useWords();
  const [refunding, setRefunding] = useState(false);
  const close = () => {
    setRefunding(false);
    onClose();
  };
  const name = invoice === undefined ? '' : invoiceName(invoice, words);
  return (
    <Dialog
      opened={invoice !== undefined}
      onClose={close}
      title={refunding ? words.invoices.refundTitle(name) : name}
      wide={!refunding}
    >
      {invoice && (
        <Inside
          invoiceId={invoice.invoiceId}
          page={page}
          refunding={refunding}
          onRefunding={setRefunding}
          onChanged={onChanged}
        />
      )}
    </Dialog>
  );
}

interface InsideProps {
  readonly invoiceId: string;
  readonly page: MemberPage;
  readonly refunding: boolean;
  readonly onRefunding: (refunding: boolean) => void;
  readonly onChanged: () => void;
}

function Inside({ invoiceId, page, refunding, onRefunding, onChanged }: InsideProps) {
  const { client } = useDesk();
  const { memberId } = page;
  const loading: Loading<StaffInvoiceView> = useLoad(
    () => client.getInvoice({ path: { memberId, invoiceId } }),
    [client, memberId, invoiceId],
  );
  return (
    <Loaded from={loading} lines={8}>
      {(invoice) =>
        refunding ? (
          <RefundForm
            page={page}
            invoice={invoice}
            onCancel={() => onRefunding(false)}
            onDone={(next) => {
              loading.replace(() => next);
              onRefunding(false);
              onChanged();
            }}
          />
        ) : (
          <Suspense fallback={<Waiting lines={8} />}>
            <InvoiceDetails page={page} invoice={invoice} onRefund={() => onRefunding(true)} />
          </Suspense>
        )
      }
    </Loaded>
  );
}
