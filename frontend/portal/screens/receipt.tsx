import { Mail } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { InvoiceView } from '../../../shared/contract/billing-views.ts';
import { invoiceInWords } from '../../../shared/wording/describe-invoice.ts';
import { Failed } from '../parts/failed.tsx';
import { InvoicePaper } from '../parts/invoice-paper.tsx';
import { ErrorNotice, GoodNotice } from '../parts/notice.tsx';
import { PaperTools } from '../parts/paper-tools.tsx';
import { PayInvoice } from '../parts/pay-invoice.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';
import { useLoad } from '../state/use-load.ts';
import { useSend } from '../state/use-send.ts';

/** An invoice or receipt: on the page, to print, as a PDF, by mail (003-032 … 003-034, 004-042 … 004-046). */
export function Receipt({ invoiceId, ...own }: Own & { invoiceId: string }) {
  const { side, tongue } = usePortal();
  const path = { memberId: own.profile.memberId, invoiceId };
  const [invoice, again] = useLoad(() => side.client.getOwnInvoice({ path }), invoiceId);
  if (invoice.kind === 'loading') return <Skeleton />;
  if (invoice.kind === 'failed') {
    return (
      <Screen title={tongue.words.page.somethingWrong} kind="narrow">
        <Failed error={invoice.error} again={again} />
      </Screen>
    );
  }
  return <Document invoice={invoice.value} again={again} {...own} />;
}

function Document({ invoice, again, ...own }: Own & { invoice: InvoiceView; again: () => void }) {
  const { business, side, tongue } = usePortal();
  const { receipt } = tongue.words.billing;
  const { invoiceId } = invoice;
  const path = { memberId: own.profile.memberId, invoiceId };
  const isOnline = own.memberships.some(
    ({ membershipId, enrolledVia }) => membershipId === invoice.membershipId && enrolledVia === 'online',
  );
  const paper = invoiceInWords(invoice, {
    services: own.services,
    tongue,
    timeZone: business.timeZone,
    contact: business.contact,
    ...(isOnline ? { portal: new URL('/portal/plan', location.href).href } : {}),
  });
  return (
    <Screen title={paper.title} heading="hidden" kind="narrow">
      <PaperTools
        back={invoice.state === 'open' ? '/portal/payments' : '/portal/payments?show=paid'}
        label={receipt.toPayments}
        pdf={() => side.client.getOwnInvoicePdf({ path })}
      />
      <PayInvoice invoice={invoice} again={again} {...own} />
      <InvoicePaper paper={paper} />
      {invoice.state !== 'open' && invoice.state !== 'void' && <MailCopy path={path} />}
    </Screen>
  );
}

function MailCopy({ path }: { path: { memberId: string; invoiceId: string } }) {
  const { side, tongue } = usePortal();
  const { receipt } = tongue.words.billing;
  const [to, setTo] = useState<string>();
  const copy = useSend((asked: typeof path, idempotencyKey) =>
    side.client.requestReceiptCopy({ path: asked, body: {}, idempotencyKey }),
  );
  const mail = async () => setTo((await copy.send(path))?.to);
  return (
    <div class="ways">
      <button type="button" class="secondary" aria-disabled={copy.busy} onClick={mail}>
        <Mail aria-hidden="true" size={20} />
        {receipt.mail}
      </button>
      <GoodNotice text={to && receipt.mailed(to)} />
      <ErrorNotice error={copy.error} />
    </div>
  );
}
