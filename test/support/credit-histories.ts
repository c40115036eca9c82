import {
  type CreditAccount,
  type Entry,
  type EntryDraft,
  type EntryKind,
  emptyAccount,
} from '../../shared/domain/credit-account.ts';
import { appendAll, hashOf } from '../../shared/domain/credit-chain.ts';

export const memberId = 'mbr_00000000000000000000000001';
export const otherId = 'mbr_00000000000000000000000002';
export const facial = 'svc_00000000000000000000000001';
export const membershipId = 'msh_00000000000000000000000001';
export const place = 'loc_00000000000000000000000001';
export const byHand = 'bkt_00000000000000000000000001';
export const renewed = `${membershipId}.1.facial`;

/** An entry of a day at noon. */
export const entryOn = (
  on: string,
  kind: EntryKind,
  bucketId: string,
  units: number,
  more: Partial<EntryDraft> = {},
): EntryDraft => ({
  kind,
  bucketId,
  units,
  reason: { code: 'test' },
  actor: { kind: 'operator' },
  causeId: 'cause',
  on,
  at: Date.parse(`${on}T12:00:00Z`),
  ...more,
});

const grant = (on: string, periodIndex: number, units: number, expiresOn: string): EntryDraft =>
  entryOn(on, 'GRANT', `${membershipId}.${periodIndex}.facial`, units, {
    reason: { code: 'membership_period' },
    opens: {
      kind: 'visits',
      serviceIds: [facial],
      expiresOn,
      grantedOn: on,
      source: { kind: 'membership', membershipId, planId: 'pln_00000000000000000000000001', periodIndex },
      soldAt: place,
    },
  });

/** Two months of a client: every kind of entry, in order, all in order. */
export const twoMonths: readonly EntryDraft[] = [
  grant('2026-03-01', 0, 3, '2026-03-31'),
  entryOn('2026-03-02', 'CONSUME', `${membershipId}.0.facial`, 1, { serviceId: facial }),
  entryOn('2026-03-02', 'RESTORE', `${membershipId}.0.facial`, 1, { serviceId: facial }),
  entryOn('2026-03-03', 'HOLD', `${membershipId}.0.facial`, 2, { forDay: '2026-03-20' }),
  entryOn('2026-03-20', 'CONSUME', `${membershipId}.0.facial`, 2, { hold: 4 }),
  entryOn('2026-04-01', 'EXPIRE', `${membershipId}.0.facial`, 1),
  grant('2026-04-01', 1, 4, '2026-04-30'),
  entryOn('2026-04-02', 'GRANT', byHand, 2, {
    opens: { kind: 'visits', serviceIds: [facial], grantedOn: '2026-04-02', source: { kind: 'staff' } },
  }),
  entryOn('2026-04-03', 'FREEZE', renewed, 4),
  entryOn('2026-04-04', 'UNFREEZE', renewed, 4, { extendsTo: '2026-05-01' }),
  entryOn('2026-04-05', 'HOLD', renewed, 1, { forDay: '2026-04-20' }),
  entryOn('2026-04-06', 'RELEASE', renewed, 1, { hold: 11 }),
  entryOn('2026-04-07', 'TRANSFER_OUT', renewed, 1, { counterpart: { memberId: otherId, sequence: 1 } }),
  entryOn('2026-04-08', 'TRANSFER_IN', renewed, 1, { counterpart: { memberId: otherId, sequence: 2 } }),
  entryOn('2026-04-09', 'ADJUST', byHand, -1),
  entryOn('2026-04-10', 'CORRECT', byHand, 1, { corrects: 15, extendsTo: '2026-12-31' }),
  entryOn('2026-04-11', 'HOLD', renewed, 2, { forDay: '2026-05-01' }),
];

export const accountOf = (drafts: readonly EntryDraft[]): { account: CreditAccount; entries: Entry[] } =>
  appendAll(emptyAccount(memberId), drafts);

/** Entries that nobody checked before they were sealed: what a bug, or a hand in the table, would leave behind. */
export function sealed(drafts: readonly Omit<Entry, 'sequence' | 'previousHash' | 'hash'>[]): Entry[] {
  const entries: Entry[] = [];
  for (const draft of drafts) {
    const before = entries.at(-1);
    const unsealed = { ...draft, sequence: (before?.sequence ?? 0) + 1, previousHash: before?.hash ?? '0'.repeat(64) };
    entries.push({ ...unsealed, hash: hashOf(unsealed) });
  }
  return entries;
}
