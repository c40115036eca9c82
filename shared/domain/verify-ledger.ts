import type { Entry } from './credit-account.ts';
import { transferHasTwoHalves } from './credit-use-invariants.ts';
import { type AccountPart, accountPartId, type EndPart, endPart, LedgerPart, partText } from './ledger-export.ts';
import { faultOf, type LedgerFault } from './ledger-fault.ts';
import { AccountVerifier } from './verify-account.ts';
import { DayVerifier } from './verify-days.ts';

/** What an export came to. The newest of `roots` is the one to compare with what was written down elsewhere. */
export interface LedgerReport {
  readonly business: string;
  readonly accounts: number;
  readonly entries: number;
  /** Entries since the last closed day: they are only as good as the copy. */
  readonly uncovered: number;
  readonly roots: readonly { readonly day: string; readonly root: string }[];
  readonly faults: readonly LedgerFault[];
}

interface Half {
  readonly memberId: string;
  readonly entry: Entry;
  readonly line: number;
}

/**
 * Verifies an export line by line, in the order in which it was written (rule C2.9); holds one account at a time. Any
 * byte that is not as it was written is a fault that names what stands there. Pure: whoever reads the file hands it over.
 */
export class LedgerVerifier {
  private readonly faults: LedgerFault[] = [];
  private readonly days = new DayVerifier();
  private readonly seen = new Set<string>();
  private readonly broken = new Set<string>();
  private readonly transfers = new Map<string, Half>();
  private account: { readonly part: AccountPart; readonly line: number; readonly checked: AccountVerifier } | undefined;
  private position = 0;
  private stage: 'opening' | 'days' | 'accounts' | 'end' | 'closed' = 'opening';
  private entries = 0;
  private uncovered = 0;
  private known: string | undefined;

  /** The next line, without its line break. */
  take(line: string): void {
    this.position += 1;
    if (this.stage === 'opening') {
      this.stage = 'days';
      if (line !== '[') this.say('an export begins with a line “[”');
      return;
    }
    if (this.stage === 'end' || this.stage === 'closed') {
      if (this.stage === 'closed' || line !== ']') this.say('nothing but a line “]” stands behind the end');
      this.stage = 'closed';
      return;
    }
    const part = readPart(line);
    if (typeof part === 'string') this.unreadable(part);
    else this.takePart(part);
  }

  /** The report, once every line was taken. */
  end(): LedgerReport {
    if (this.stage !== 'closed') {
      this.endAccount();
      this.position += 1;
      this.say(`the export ends too early${this.known === undefined ? '' : `, behind ${this.known}`}`);
    }
    this.endDays();
    for (const [id, heads] of this.days.heads) {
      const head = heads.at(-1);
      if (head === undefined || this.seen.has(id)) continue;
      this.say('the account is missing, and a day was closed with it', head);
    }
    this.endTransfers();
    const roots = this.days.closed.map(({ day, root }) => ({ day, root }));
    const faults = [...this.faults, ...this.days.faults].sort((a, b) => a.line - b.line);
    const { entries, uncovered } = this;
    return { business: this.days.business, accounts: this.seen.size, entries, uncovered, roots, faults };
  }

  private takePart(part: LedgerPart): void {
    const isOfDays = part.kind === 'book' || part.kind === 'day' || part.kind === 'heads';
    if (isOfDays && this.stage !== 'days') this.say('a part of the closed days stands behind the accounts');
    switch (part.kind) {
      case 'book':
        this.days.takeBook(part, this.position);
        break;
      case 'day':
        this.days.takeDay(part, this.position);
        break;
      case 'heads':
        this.days.takeHeads(part, this.position);
        break;
      case 'account':
        this.beginAccount(part);
        break;
      case 'entry':
        if (this.account) this.account.checked.take(part.entry, this.position);
        else this.say(`entry ${part.entry.sequence} belongs to no account`);
        break;
      case 'end':
        this.takeEnd(part);
        break;
      default:
        part satisfies never;
    }
  }

  private unreadable(why: string): void {
    if (this.account?.checked.isOpen) {
      this.account.checked.unreadable(this.position, why);
      return;
    }
    this.endAccount();
    this.say(this.known === undefined ? why : `${why}; it stands behind ${this.known}`);
  }

  private beginAccount(part: AccountPart): void {
    this.endDays();
    this.endAccount();
    const id = accountPartId(part);
    if (this.seen.has(id)) this.say('comes a second time', part);
    this.seen.add(id);
    const heads = this.days.heads.get(id) ?? [];
    const checked = new AccountVerifier(this.days.business, part, this.position, heads);
    this.account = { part, line: this.position, checked };
  }

  private endAccount(): void {
    if (this.account === undefined) return;
    const { part, line, checked } = this.account;
    checked.end(this.position);
    this.faults.push(...checked.faults);
    if (checked.faults.length > 0) this.broken.add(accountPartId(part));
    this.entries += checked.count;
    this.uncovered += checked.uncovered;
    const { memberId } = part;
    for (const entry of checked.transfers)
      this.transfers.set(`${memberId} ${entry.sequence}`, { memberId, entry, line });
    this.known = `the account of ${memberId}`;
    this.account = undefined;
  }

  private takeEnd({ kind: _, digest, ...said }: EndPart): void {
    this.endDays();
    this.endAccount();
    this.stage = 'end';
    if (endPart(this.days.business, said).digest !== digest) this.say('the end is not as it was written');
    const { entries } = this;
    const accounts = this.seen.size;
    if (said.accounts !== accounts) this.say(`there were ${said.accounts} accounts, and ${accounts} are here`);
    if (said.entries !== entries) this.say(`there were ${said.entries} entries, and ${entries} are here`);
  }

  private endDays(): void {
    if (this.stage !== 'days') return;
    this.days.end(this.position);
    this.stage = 'accounts';
  }

  private endTransfers(): void {
    for (const { memberId, entry, line } of this.transfers.values()) {
      const { counterpart, sequence } = entry;
      // What is wrong with the other account was said there.
      if (counterpart && this.broken.has(accountPartId({ memberId: counterpart.memberId, ledger: 'credits' })))
        continue;
      const half = counterpart && this.transfers.get(`${counterpart.memberId} ${counterpart.sequence}`)?.entry;
      const counterparts = new Map([[sequence, half]]);
      const found = transferHasTwoHalves({ memberId, entries: [entry], counterparts });
      this.faults.push(...found.map((each) => faultOf(line, each)));
    }
  }

  private say(what: string, place: Partial<Pick<LedgerFault, 'memberId' | 'ledger' | 'sequence'>> = {}): void {
    const { memberId, ledger = 'credits', sequence } = place;
    const at = {
      ledger,
      ...(memberId === undefined ? {} : { memberId }),
      ...(sequence === undefined ? {} : { sequence }),
    };
    this.faults.push({ line: this.position, ...at, what });
  }
}

/** The part that a line holds, or why it holds none. */
function readPart(line: string): LedgerPart | string {
  let raw: unknown;
  const isLast = line.endsWith('"kind":"end"}');
  try {
    raw = JSON.parse(isLast ? line : line.replace(/,$/, ''));
  } catch {
    return 'cannot be read';
  }
  if (line !== `${partText(raw)}${isLast ? '' : ','}`) return 'is not as it was written';
  const part = LedgerPart.safeParse(raw);
  if (part.success) return part.data;
  return `cannot be read: ${part.error.issues.map(({ path }) => path.join('.')).join(', ')}`;
}
