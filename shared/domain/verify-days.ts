import { closeDay, firstHeads, type LedgerDay, type LedgerHead, noRoot, withHeads } from './ledger-day.ts';
import { accountPartId, type BookPart, bookPart, type LedgerPart } from './ledger-export.ts';
import type { LedgerFault } from './ledger-fault.ts';

type DayPart = Extract<LedgerPart, { kind: 'day' }>;
type HeadsPart = Extract<LedgerPart, { kind: 'heads' }>;

interface DayState {
  readonly closed: LedgerDay;
  readonly line: number;
  readonly pages: number;
  readonly running: string;
}

/** Follows the closed days of an export: each root, the root before it, and the heads that it covers. */
export class DayVerifier {
  readonly faults: LedgerFault[] = [];
  /** What each account was closed with, oldest first. */
  readonly heads = new Map<string, LedgerHead[]>();
  private book: BookPart | undefined;
  private readonly days = new Map<string, DayState>();
  private lastRoot = noRoot;
  private lastDay: string | undefined;

  get business(): string {
    return this.book?.business ?? '';
  }

  get closed(): readonly LedgerDay[] {
    return [...this.days.values()].map((day) => day.closed);
  }

  takeBook({ kind: _kind, format: _format, digest, ...said }: BookPart, line: number): void {
    if (this.book !== undefined) this.say(line, undefined, 'an export begins a second time');
    this.book ??= bookPart(said);
    if (bookPart(said).digest !== digest) this.say(line, undefined, 'the beginning is not as it was written');
  }

  takeDay({ kind: _, ...day }: DayPart, line: number): void {
    const { root, ...said } = day;
    const say = (what: string) => this.say(line, day.day, what);
    if (closeDay(said).root !== root) say('is not what it was closed with');
    if (day.business !== this.business) say(`is a day of ${day.business}`);
    if (day.previousRoot !== this.lastRoot) say(`does not follow ${this.lastDay ?? 'the beginning'}`);
    if (this.lastDay !== undefined && day.day <= this.lastDay) say(`stands behind ${this.lastDay}`);
    const running = firstHeads(day.business, day.day, day.previousRoot);
    this.days.set(day.day, { closed: day, line, pages: 0, running });
    this.lastRoot = root;
    this.lastDay = day.day;
  }

  takeHeads({ day, page, heads }: HeadsPart, line: number): void {
    for (const head of heads) {
      const known = this.heads.get(accountPartId(head));
      if (known === undefined) this.heads.set(accountPartId(head), [head]);
      else known.push(head);
    }
    const state = this.days.get(day);
    if (state === undefined) {
      this.say(line, day, 'has heads and was not closed');
      return;
    }
    this.days.set(day, { ...state, pages: page, running: withHeads(state.running, heads) });
    if (page !== state.pages + 1) this.say(line, day, `page ${page} stands where page ${state.pages + 1} should be`);
  }

  /** What the days lack, once all of their parts are in; `line` is the one behind. */
  end(line: number): void {
    if (this.book === undefined) this.say(1, undefined, 'there is no beginning');
    for (const { closed, running, line: at } of this.days.values()) {
      if (running !== closed.heads) this.say(at, closed.day, 'its heads are not those that it was closed with');
    }
    const { lastRoot, lastDay } = this.book ?? {};
    if (lastRoot === this.lastRoot && lastDay === this.lastDay) return;
    this.say(line, lastDay, `the days end with ${this.lastDay ?? 'none'} and should end with this one`);
  }

  private say(line: number, day: string | undefined, what: string): void {
    this.faults.push({ line, ledger: 'credits', ...(day === undefined ? {} : { day }), what });
  }
}
