import type { StaffInvoiceView } from '../../../shared/contract/billing-views.ts';
import type { ServiceView } from '../../../shared/contract/views.ts';
import { invoiceInWords } from '../../../shared/wording/describe-invoice.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { PaperSheet } from './PaperSheet.tsx';

interface InvoiceSheetProps {
  readonly invoice: StaffInvoiceView;
  readonly services: readonly ServiceView[];
}

/** The invoice or receipt itself, in the words of its PDF (rule M7). */
export function InvoiceSheet({ invoice, services }: InvoiceSheetProps) {
  const { timeZone, contact } = useDesk().settings.business;
  const { tongue } = useSpeech();
  return <PaperSheet paper={invoiceInWords(invoice, { services, tongue, timeZone, contact })} />;
}
