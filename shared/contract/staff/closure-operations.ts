import * as z from 'zod/mini';
import { Closure, ClosureCount, ClosureExclusion } from '../../domain/closure.ts';
import { MemberId } from '../../domain/ids.ts';
import { Money } from '../../domain/money.ts';
import { LocalDate } from '../../domain/time.ts';
import type { Operations } from '../operation.ts';
import { PausedCredit } from '../pause-views.ts';

const Days = { from: LocalDate, lastDay: LocalDate };
const Name = { memberId: MemberId, name: z.string() };

/** What a closure would do to one membership: the next bill, and each credit. */
export const ClosureSample = z.strictObject({
  ...Name,
  plan: z.string(),
  /** Absent where no bill is to come. */
  bill: z.optional(z.strictObject({ before: LocalDate, after: LocalDate, amount: Money })),
  credits: z.array(PausedCredit),
});
export type ClosureSample = z.infer<typeof ClosureSample>;

export const ClosureExcluded = z.strictObject({ ...Name, why: ClosureExclusion });
export type ClosureExcluded = z.infer<typeof ClosureExcluded>;

/** What a closure would do to some of the clients; `next` leads to more. */
export const ClosurePreview = z.strictObject({
  /** Days that it lasts, which is by how many bills and last days move. */
  days: z.int(),
  /** `done` are the memberships that would pause. */
  count: ClosureCount,
  /** Bills that fall on its days or after and are the next of their membership: how many move, and what they come to. */
  moved: z.strictObject({ bills: z.int(), total: Money }),
  /** Visits that rest and last as much longer. */
  visits: z.int(),
  samples: z.array(ClosureSample),
  excluded: z.array(ClosureExcluded),
  next: z.optional(z.string()),
});
export type ClosurePreview = z.infer<typeof ClosurePreview>;

/** The newest closure as the owner sees it. */
export const ClosureView = z.strictObject({
  ...Days,
  plannedAt: Closure.shape.plannedAt,
  plannedBy: z.optional(z.string()),
  state: Closure.shape.state,
  expected: z.int(),
  count: ClosureCount,
  mayUndo: z.boolean(),
  isOver: z.boolean(),
  excluded: z.array(ClosureExcluded),
});
export type ClosureView = z.infer<typeof ClosureView>;

const path = '/{business}/staff/closure' as const;
const reply = z.strictObject({ closure: ClosureView });

/** Closing the whole salon for some days (rule P10). */
export const closureOperations = {
  getClosure: {
    summary: 'The closure that is planned, runs or was the last one, with how far pausing everybody has come',
    method: 'GET',
    path,
    audience: 'staff',
    permission: 'business.manage',
    reply: z.strictObject({ closure: z.optional(ClosureView), today: LocalDate }),
    refusals: [],
    needs: ['table:read'],
    errorImpact: 'the owner does not see how far a closure has come; it goes on',
  },
  previewClosure: {
    summary: 'What a closure would do, a part of the clients at a time; nothing is changed',
    method: 'POST',
    path: `${path}/preview`,
    audience: 'staff',
    permission: 'business.manage',
    body: z.strictObject({ ...Days, after: z.optional(z.string().check(z.maxLength(400))) }),
    reply: ClosurePreview,
    refusals: ['closure_days_out_of_range'],
    needs: ['table:read'],
    errorImpact: 'the owner cannot see what a closure does before planning it',
  },
  planClosure: {
    summary: 'Closes the salon on some days: every membership pauses on them, in the background (rule P10)',
    method: 'POST',
    path,
    audience: 'staff',
    permission: 'business.manage',
    idempotent: true,
    /** `expected`: the clients that the preview has looked at. */
    body: z.strictObject({ ...Days, expected: z.int().check(z.minimum(0)) }),
    reply,
    status: 201,
    refusals: ['closure_days_out_of_range', 'closure_planned'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'the salon cannot be closed in one go; memberships can be paused one by one',
  },
  undoClosure: {
    summary: 'Takes a closure back before it begins: every membership goes on as if it had not been planned',
    method: 'POST',
    path: `${path}/undo`,
    audience: 'staff',
    permission: 'business.manage',
    idempotent: true,
    body: z.strictObject({ from: LocalDate }),
    reply,
    refusals: ['not_found', 'closure_has_begun'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'a closure cannot be taken back; memberships can be resumed one by one',
  },
} as const satisfies Operations;
