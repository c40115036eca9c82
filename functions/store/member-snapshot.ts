import { BillingProfile, newBillingProfile } from '../../shared/domain/billing-profile.ts';
import { type CreditAccount, emptyAccount } from '../../shared/domain/credit-account.ts';
import { CreditAlerts, noAlerts } from '../../shared/domain/credit-alerts.ts';
import type { Profile } from '../../shared/domain/member.ts';
import { MemberQuestions, noQuestions } from '../../shared/domain/member-questions.ts';
import { Membership } from '../../shared/domain/membership.ts';
import { MoneyAccount } from '../../shared/domain/money-account.ts';
import { SharedMembership } from '../../shared/domain/sharing.ts';
import { accountOf } from './account-row.ts';
import { keys, partitions, prefixes } from './keys.ts';
import { ProfileRow } from './profile-row.ts';
import { parseRow, type Stored } from './stored.ts';
import type { Row, Table } from './table.ts';

/** Everything about a member that is true now. */
export interface MemberSnapshot {
  readonly profile: Profile;
  /** The profile's row as stored, with its version: what `profileWrites` replaces. */
  readonly profileRow: Stored<ProfileRow>;
  readonly memberships: readonly Stored<Membership>[];
  /** Memberships of others that this client may use, and those that it once could. */
  readonly shared: readonly Stored<SharedMembership>[];
  /** Version 0 and no buckets when nothing was ever granted. */
  readonly account: Stored<CreditAccount>;
  /** What they were told about credits that expire; version 0 when nothing was. */
  readonly alerts: Stored<CreditAlerts>;
  /** Version 0 when nothing about paying was ever written. */
  readonly billing: Stored<BillingProfile>;
  /** Undefined while the member has never had account credit. */
  readonly money: Stored<MoneyAccount> | undefined;
  /** Version 0 when nothing was ever asked. */
  readonly questions: Stored<MemberQuestions>;
}

/** One query of the rows that begin with `NOW#`. Undefined when the business has no such member. */
export async function loadMember(table: Table, slug: string, memberId: string): Promise<MemberSnapshot | undefined> {
  const { rows } = await table.query({ pk: partitions.member(slug, memberId), prefix: prefixes.now });
  return rows.length === 0 ? undefined : snapshotOf(slug, memberId, rows);
}

function snapshotOf(slug: string, memberId: string, rows: readonly Row[]): MemberSnapshot {
  const at = (sk: string) => rows.find((row) => row.sk === sk);
  const profileRow = at(keys.profile(slug, memberId).sk);
  if (!profileRow) throw new Error(`member ${memberId} has rows but no profile`);
  const stored = parseRow(ProfileRow, profileRow);
  const account = at(keys.creditAccount(slug, memberId).sk);
  const alerts = at(keys.creditAlerts(slug, memberId).sk);
  const billing = at(keys.billingProfile(slug, memberId).sk);
  const money = at(keys.moneyAccount(slug, memberId).sk);
  const questions = at(keys.memberQuestions(slug, memberId).sk);
  return {
    profile: stored.value.profile,
    profileRow: stored,
    memberships: rows.filter((row) => row.sk.startsWith('NOW#MEMBERSHIP#')).map((row) => parseRow(Membership, row)),
    shared: rows.filter((row) => row.sk.startsWith(prefixes.shared)).map((row) => parseRow(SharedMembership, row)),
    account: account ? accountOf(account) : { value: emptyAccount(memberId), version: 0 },
    alerts: alerts ? parseRow(CreditAlerts, alerts) : { value: noAlerts, version: 0 },
    billing: billing ? parseRow(BillingProfile, billing) : { value: newBillingProfile(memberId), version: 0 },
    money: money && parseRow(MoneyAccount, money),
    questions: questions ? parseRow(MemberQuestions, questions) : { value: noQuestions(memberId), version: 0 },
  };
}
