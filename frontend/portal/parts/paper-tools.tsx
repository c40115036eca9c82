import { ArrowLeft, Download, Printer } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { PdfFile } from '../../../shared/contract/billing-views.ts';
import { usePortal } from '../portal-context.ts';
import { fileOf, handOver } from '../state/pdf-file.ts';
import { useSend } from '../state/use-send.ts';
import { ErrorNotice } from './notice.tsx';

/** Above a document: the way back and, upper right, to print it and to save it as a PDF (004-044, 004-046). */
export function PaperTools(props: { back: string; label: string; pdf: () => Promise<PdfFile> }) {
  const { receipt } = usePortal().tongue.words.billing;
  const pdf = useSend(async () => handOver(fileOf(await props.pdf())));
  return (
    <>
      <div class="tools">
        <Link href={props.back} class="more">
          <ArrowLeft aria-hidden="true" size={18} />
          {props.label}
        </Link>
        <button type="button" class="icon" aria-label={receipt.print} title={receipt.print} onClick={() => print()}>
          <Printer aria-hidden="true" size={22} />
        </button>
        <button
          type="button"
          class="icon"
          aria-label={receipt.download}
          title={receipt.download}
          aria-disabled={pdf.busy}
          onClick={() => pdf.send(undefined)}
        >
          <Download aria-hidden="true" size={22} />
        </button>
      </div>
      <div role="status">{pdf.busy && <p class="muted">{receipt.downloading}</p>}</div>
      <ErrorNotice error={pdf.error} />
    </>
  );
}
