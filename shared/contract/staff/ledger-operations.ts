import * as z from 'zod/mini';
import { LedgerDay } from '../../domain/ledger-day.ts';
import { LedgerPart } from '../../domain/ledger-export.ts';
import { Finding } from '../../domain/ledger-finding.ts';
import type { Operations } from '../operation.ts';
import { PageQuery, pageOf } from '../views.ts';

const Count = z.int().check(z.minimum(0));

/** A closed day of the ledgers. */
export const LedgerDayView = z.strictObject({
  day: LedgerDay.shape.day,
  closedAt: LedgerDay.shape.closedAt,
  /** To be written down elsewhere: an export is held against it. */
  root: LedgerDay.shape.root,
  /** Clients who have a ledger. */
  accounts: Count,
  /** Entries that were new that day. */
  entries: Count,
  /** How much was found that should be impossible. */
  found: Count,
  /** The first of them, with where each is. */
  findings: z.array(Finding),
});
export type LedgerDayView = z.infer<typeof LedgerDayView>;

/** The proof of the ledgers of credits and account credit: their closed days, and a copy to verify elsewhere. */
export const ledgerOperations = {
  listLedgerDays: {
    summary: 'The days that the ledgers were closed with, newest first',
    method: 'GET',
    path: '/{business}/staff/ledger/days',
    audience: 'staff',
    permission: 'business.manage',
    query: PageQuery,
    reply: pageOf(LedgerDayView),
    refusals: [],
    needs: ['table:read'],
    errorImpact: 'the owner cannot see whether the ledgers were checked',
  },
  exportLedger: {
    summary:
      'All ledgers, to be verified without us: page after page, from the first to the one without a cursor (docs/ledger.md)',
    method: 'GET',
    path: '/{business}/staff/ledger/export',
    audience: 'staff',
    permission: 'business.manage',
    query: z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(1_000))) }),
    reply: z.strictObject({ parts: z.array(LedgerPart), cursor: z.optional(z.string()) }),
    refusals: [],
    needs: ['table:read'],
    errorImpact: 'the owner cannot take a copy of the ledgers',
  },
} as const satisfies Operations;
