import { LedgerCopy } from '../../shared/domain/ledger-copy.ts';
import type { LedgerPart } from '../../shared/domain/ledger-export.ts';
import { type LedgerReport, LedgerVerifier } from '../../shared/domain/verify-ledger.ts';
import type { BillingDesk } from './billing-desk.ts';

/** The pages of an export, as the owner's browser asks for them; `between` lets something happen in between. */
export async function pagesOf(desk: BillingDesk, between: (page: number) => unknown = () => undefined) {
  const pages: LedgerPart[][] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await desk.ask('GET {staff}/ledger/export', cursor === undefined ? {} : { cursor });
    if (status !== 200) throw new Error(`the export answered ${status}`);
    pages.push(body.parts);
    cursor = body.cursor;
    await between(pages.length);
  } while (cursor !== undefined);
  return pages;
}

/** The file that becomes of them. */
export function fileOf(pages: readonly (readonly LedgerPart[])[]): string {
  const copy = new LedgerCopy();
  return pages.map((page) => copy.take(page)).join('') + copy.end();
}

/** What the verifier says of a file. */
export function verify(file: string): LedgerReport {
  const verifier = new LedgerVerifier();
  const lines = file.split('\n');
  const rest = lines.pop();
  for (const line of lines) verifier.take(line);
  if (rest) verifier.take(rest);
  return verifier.end();
}
