import { daysBetween } from '../../shared/domain/calendar.ts';
import { closeDay, withHeads } from '../../shared/domain/ledger-day.ts';
import type { Finding } from '../../shared/domain/ledger-finding.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { accountsPage, type DamagedAccounts, type LedgerAccounts } from '../store/ledger-accounts.ts';
import { missingAccounts } from '../store/ledger-days.ts';
import {
  headsWrite,
  type LedgerBook,
  ledgerDayWrite,
  mostFindings,
  sealWrite,
  type Walk,
} from '../store/ledger-rows.ts';
import type { Table, Write } from '../store/table.ts';
import { type CheckedAccount, checkAccount } from './check-account.ts';

/** Members whose entries are read at the same time: the table has other readers. */
const atOnce = 6;

/** Days after which the entries of an account are gone through although nothing was written. */
const thoroughDays = 7;

/** What a page of members came to; the last also closes the day, and `after` holds no walk then. */
export interface LedgerStep {
  readonly after: LedgerBook;
  readonly writes: readonly Write[];
  readonly findings: readonly Finding[];
  readonly checked: number;
}

/** Looks at the next page of members. `at` is the run’s instant, in milliseconds. Writes nothing itself. */
export async function ledgerStep(
  table: Table,
  slug: string,
  book: LedgerBook,
  walk: Walk,
  at: number,
): Promise<LedgerStep> {
  const { accounts, listed, next } = await accountsPage(table, slug, walk.after);
  const looked = await inGroups(accounts, async (account) => ({
    account,
    checked: await checkAccount(table, slug, account, isThorough(account.memberId, walk.day)),
  }));
  const heads = looked.flatMap(({ checked }) => checked.heads);
  const found = looked.flatMap(({ checked }) => checked.findings);
  const isChecked = looked.filter(({ checked }) => checked.isChecked).length;
  const listedAccounts = looked.filter(({ account, checked }) => checked.hasLedger && listed.has(account.memberId));
  const hasNews = heads.length > 0;
  const went: Walk = {
    ...walk,
    heads: hasNews ? withHeads(walk.heads, heads) : walk.heads,
    pages: walk.pages + (hasNews ? 1 : 0),
    accounts: walk.accounts + listedAccounts.length,
    fresh: walk.fresh + listedAccounts.filter(({ checked }) => checked.isNew).length,
    checked: walk.checked + isChecked,
    entries: walk.entries + looked.reduce((sum, { checked }) => sum + checked.entries, 0),
    ...withFindings(walk, found),
  };
  const writes = [
    ...(hasNews ? [headsWrite(slug, walk.day, went.pages, heads)] : []),
    ...looked.flatMap(({ account, checked }) => sealsOf(slug, account, checked)),
  ];
  if (next !== undefined) {
    return { after: { ...book, walk: { ...went, after: next } }, writes, findings: found, checked: isChecked };
  }
  const isFewer = went.accounts - went.fresh < book.accounts;
  const gone = isFewer ? await missingAccounts(table, slug) : [];
  const {
    day,
    heads: all,
    pages,
    accounts: members,
    checked,
    entries,
    ...ended
  } = { ...went, ...withFindings(went, gone) };
  const closed = closeDay({
    business: slug,
    day,
    closedAt: at,
    previousRoot: book.lastRoot,
    accounts: members,
    heads: all,
  });
  const { found: total, findings } = ended;
  const dayWrite = ledgerDayWrite(slug, { closed, pages, checked, entries, found: total, findings });
  return {
    after: { lastDay: day, lastRoot: closed.root, accounts: members },
    writes: [...writes, dayWrite],
    findings: [...found, ...gone],
    checked: isChecked,
  };
}

const withFindings = (walk: Walk, more: readonly Finding[]): Pick<Walk, 'found' | 'findings'> => ({
  found: walk.found + more.length,
  findings: [...walk.findings, ...more].slice(0, mostFindings),
});

const sealsOf = (slug: string, account: LedgerAccounts | DamagedAccounts, { seal }: CheckedAccount): Write[] =>
  seal === undefined || 'damage' in account ? [] : [sealWrite(slug, account.memberId, account.seal, seal)];

/** Each account on its own day of the week. */
function isThorough(memberId: string, day: LocalDate): boolean {
  const own = memberId.charCodeAt(memberId.length - 1) + memberId.charCodeAt(memberId.length - 2);
  return (daysBetween('2026-01-01', day) + own) % thoroughDays === 0;
}

async function inGroups<Item, Answer>(items: readonly Item[], ask: (item: Item) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    answers.push(...(await Promise.all(items.slice(start, start + atOnce).map(ask))));
  }
  return answers;
}
