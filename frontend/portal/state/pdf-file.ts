import type { PdfFile } from '../../../shared/contract/billing-views.ts';

/** The document as a file of the browser. */
export function fileOf({ fileName, base64 }: PdfFile): File {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new File([bytes], fileName, { type: 'application/pdf' });
}

const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;

/**
 * Hands a file to the person: as a download, or, where the portal is installed on the home screen, to the system’s own
 * sheet, since such apps have no downloads.
 */
export async function handOver(file: File): Promise<void> {
  if (isInstalled() && navigator.canShare?.({ files: [file] })) {
    // Closing the sheet rejects, and so does a phone that finds the press too long ago: then it is a download.
    const shared = await navigator.share({ files: [file] }).then(
      () => true,
      (reason: unknown) => reason instanceof DOMException && reason.name === 'AbortError',
    );
    if (shared) return;
  }
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click; a minute is enough for every size of a receipt.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
