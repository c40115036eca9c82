import { accountPartId, endPart, type LedgerPart, partText } from './ledger-export.ts';

/**
 * Writes the parts of an export down as a file: a JSON array with a part in each line, and an end that says how much
 * there was. Pure: whoever copies takes the text and stores it.
 */
export class LedgerCopy {
  private business = '';
  private isFirst = true;
  private isRepeated = false;
  private readonly seen = new Set<string>();
  private readonly people = new Set<string>();
  private count = 0;

  /** Members whose accounts were copied so far. */
  get members(): number {
    return this.people.size;
  }

  /** Entries so far. */
  get entries(): number {
    return this.count;
  }

  /** The text of some more parts. An account that was there before is left out: somebody was renamed meanwhile. */
  take(parts: readonly LedgerPart[]): string {
    return parts.map((part) => this.line(part)).join('');
  }

  /** The text that closes the file. */
  end(): string {
    const { business, seen, count } = this;
    return `${this.next(endPart(business, { accounts: seen.size, entries: count }))}\n]\n`;
  }

  private line(part: LedgerPart): string {
    if (part.kind === 'book') this.business = part.business;
    if (part.kind === 'account') {
      const id = accountPartId(part);
      this.isRepeated = this.seen.has(id);
      this.seen.add(id);
      this.people.add(part.memberId);
    }
    if ((part.kind === 'account' || part.kind === 'entry') && this.isRepeated) return '';
    if (part.kind === 'entry') this.count += 1;
    return this.next(part);
  }

  private next(part: LedgerPart): string {
    const before = this.isFirst ? '[\n' : ',\n';
    this.isFirst = false;
    return `${before}${partText(part)}`;
  }
}
