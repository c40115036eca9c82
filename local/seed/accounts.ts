import type { Role } from '../../shared/domain/permission.ts';

/** Members who can be signed in as: what each of them shows is told beside the client in the salon's data. */
export const memberAccounts = [
  'member',
  'memberUsedUp',
  'memberStartsLater',
  'memberPaused',
  'memberWithOtherEmail',
  'memberWithoutMembership',
  'parent',
] as const;
export type MemberAccount = (typeof memberAccounts)[number];
export type AccountKind = Role | MemberAccount;
export type DemoSlug = 'aurora' | 'lindenhof';

/** Somebody to sign in as. */
export interface Account {
  readonly audience: 'staff' | 'member';
  readonly kind: AccountKind;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** The business's slug. */
  readonly business: string;
  readonly businessName: string;
}

/** Demo accounts by the business's slug, then by what they show. */
export type Accounts = Readonly<Record<DemoSlug, Readonly<Record<AccountKind, Account>>>>;

/** Long, the same for every person of a salon, and plainly not a secret. */
export const demoPassword = (slug: string): string => `demo-password-of-${slug}`;

export function accountOf(
  { slug, name: businessName }: { readonly slug: DemoSlug; readonly name: string },
  audience: Account['audience'],
  kind: AccountKind,
  person: { readonly name: string; readonly email: string },
): Account {
  const { name, email } = person;
  return { audience, kind, name, email, password: demoPassword(slug), business: slug, businessName };
}

/** A salon's accounts by kind. Throws an Error that names one that nobody in the data stands for. */
export function byKind(accounts: readonly Account[], kinds: readonly AccountKind[]): Record<AccountKind, Account> {
  const found = Object.fromEntries(accounts.map((account) => [account.kind, account]));
  const missing = kinds.filter((kind) => found[kind] === undefined);
  if (missing.length > 0) throw new Error(`The salon's data has nobody as ${missing.join(', ')}.`);
  return found as Record<AccountKind, Account>;
}
