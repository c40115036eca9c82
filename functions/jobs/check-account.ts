import { creditFindings } from '../../shared/domain/credit-invariants.ts';
import type { LedgerHead } from '../../shared/domain/ledger-day.ts';
import { type Finding, finding, type LedgerKind } from '../../shared/domain/ledger-finding.ts';
import { moneyFindings } from '../../shared/domain/money-invariants.ts';
import { creditBookOf, type DamagedAccounts, type LedgerAccounts, moneyBookOf } from '../store/ledger-accounts.ts';
import type { Seal } from '../store/ledger-rows.ts';
import { DamagedRow } from '../store/stored.ts';
import type { Table } from '../store/table.ts';

/** What looking at a member came to. */
export interface CheckedAccount {
  readonly findings: readonly Finding[];
  /** Heads that no day has closed yet. */
  readonly heads: readonly LedgerHead[];
  /** The seal to write; absent when it stays as it is. */
  readonly seal?: Seal;
  /** Entries that no day has closed yet. */
  readonly entries: number;
  /** Whether there is a ledger or was one, whether that is new, and whether its entries were gone through. */
  readonly hasLedger: boolean;
  readonly isNew: boolean;
  readonly isChecked: boolean;
}

type Account = LedgerAccounts['credits'] | LedgerAccounts['money'];
type Sealed = Seal['credits'];

const untouched = { findings: [], heads: [], entries: 0, hasLedger: false, isNew: false, isChecked: false };

/**
 * Looks at one member’s ledgers: what was closed must still be there, and every invariant must hold. Entries are gone
 * through when a row was written since the last time, when something was wrong with it then, and once a week (`thorough`).
 */
export async function checkAccount(
  table: Table,
  slug: string,
  accounts: LedgerAccounts | DamagedAccounts,
  thorough: boolean,
): Promise<CheckedAccount> {
  const { memberId } = accounts;
  if ('damage' in accounts) return damaged(memberId, accounts.damage);
  const { credits, money, seal } = accounts;
  const before = seal?.value ?? {};
  if (credits === undefined && money === undefined && seal === undefined) return untouched;
  const isChecked =
    thorough || credits?.version !== before.credits?.version || money?.version !== before.money?.version;
  try {
    const found = {
      credits: isChecked
        ? await ofCredits(table, slug, accounts)
        : missing('credits', memberId, credits, before.credits),
      money: isChecked ? await ofMoney(table, slug, accounts) : missing('money', memberId, money, before.money),
    };
    const after = { ...sealed('credits', credits, found.credits), ...sealed('money', money, found.money) };
    const heads = [
      ...news('credits', memberId, credits, before.credits),
      ...news('money', memberId, money, before.money),
    ];
    const now = { ...before, ...after };
    return {
      findings: [...found.credits, ...found.money],
      heads,
      ...(JSON.stringify(now) === JSON.stringify(before) ? {} : { seal: now }),
      entries: added(credits, before.credits) + added(money, before.money),
      hasLedger: true,
      isNew: seal === undefined,
      isChecked,
    };
  } catch (damage) {
    if (damage instanceof DamagedRow) return damaged(memberId, damage);
    throw damage;
  }
}

const damaged = (memberId: string, { message }: DamagedRow): CheckedAccount => ({
  ...untouched,
  findings: [finding('replay_matches', { ledger: 'credits', memberId }, message)],
  hasLedger: true,
  isChecked: true,
});

async function ofCredits(table: Table, slug: string, accounts: LedgerAccounts): Promise<Finding[]> {
  const book = await creditBookOf(table, slug, accounts);
  const { memberId, credits, seal } = accounts;
  return [...creditFindings(book), ...missing('credits', memberId, credits, seal?.value.credits, book.entries)];
}

async function ofMoney(table: Table, slug: string, accounts: LedgerAccounts): Promise<Finding[]> {
  const book = await moneyBookOf(table, slug, accounts);
  const { memberId, money, seal } = accounts;
  return [...moneyFindings(book), ...missing('money', memberId, money, seal?.value.money, book.entries)];
}

/** What a day was closed with and is not there any more: the entry that was the last then, or the whole account. */
function missing(
  ledger: LedgerKind,
  memberId: string,
  account: Account,
  before: Sealed,
  entries: readonly { readonly sequence: number; readonly hash: string }[] = account ? [account.value.head] : [],
): Finding[] {
  if (before === undefined) return [];
  const at = { ledger, memberId, sequence: before.sequence };
  if (account === undefined) return [finding('sealed_is_there', at, 'the account is gone')];
  if (account.value.head.sequence < before.sequence) {
    return [finding('sealed_is_there', at, `the account ends with entry ${account.value.head.sequence}`)];
  }
  const entry = entries.find(({ sequence }) => sequence === before.sequence);
  const isThere = entry === undefined ? account.value.head.sequence > before.sequence : entry.hash === before.hash;
  return isThere ? [] : [finding('sealed_is_there', at, 'is another entry than the one that was closed')];
}

/** What will be remembered of a ledger. One with a finding is gone through again the next time. */
const sealed = (ledger: LedgerKind, account: Account, findings: readonly Finding[]): Partial<Seal> =>
  account === undefined
    ? {}
    : { [ledger]: { ...account.value.head, version: findings.length === 0 ? account.version : 0 } };

/** The head, when it is not the one that was closed; an account without an entry has none. */
const news = (ledger: LedgerKind, memberId: string, account: Account, before: Sealed): LedgerHead[] =>
  account === undefined || account.value.head.sequence === 0 || account.value.head.hash === before?.hash
    ? []
    : [{ memberId, ledger, ...account.value.head }];

const added = (account: Account, before: Sealed): number =>
  Math.max(0, (account?.value.head.sequence ?? 0) - (before?.sequence ?? 0));
