import type { CallOf } from '../../../shared/contract/client.ts';
import type { ReplyOf } from '../../../shared/contract/handlers.ts';
import type { staffOperations } from '../../../shared/contract/staff-operations.ts';
import { LedgerCopy } from '../../../shared/domain/ledger-copy.ts';

type ExportLedger = (typeof staffOperations)['exportLedger'];
type Ask = (call: CallOf<ExportLedger>) => Promise<ReplyOf<ExportLedger>>;

/** How far a copy has come. */
export interface CopyProgress {
  readonly members: number;
  readonly entries: number;
}

/** A copy of the ledgers that is being made page by page. One that was interrupted goes on where it stopped. */
export class LedgerDownload {
  private readonly copy = new LedgerCopy();
  private readonly pieces: string[] = [];
  private cursor: string | undefined;
  private isComplete = false;
  private isStopped = false;
  private readonly ask: Ask;

  constructor(ask: Ask) {
    this.ask = ask;
  }

  /** Nothing more is asked for after the page that is under way. */
  stop(): void {
    this.isStopped = true;
  }

  /** The pieces of the file, once all are there; undefined when it was stopped. Rejects with what a page was answered. */
  async run(onProgress: (progress: CopyProgress) => void): Promise<readonly string[] | undefined> {
    while (!this.isComplete) {
      if (this.isStopped) return undefined;
      const { parts, cursor } = await this.ask({ query: this.cursor === undefined ? {} : { cursor: this.cursor } });
      this.pieces.push(this.copy.take(parts));
      this.cursor = cursor;
      if (cursor === undefined) {
        this.pieces.push(this.copy.end());
        this.isComplete = true;
      }
      onProgress({ members: this.copy.members, entries: this.copy.entries });
    }
    return this.isStopped ? undefined : this.pieces;
  }
}
