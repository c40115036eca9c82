import * as z from 'zod/mini';
import { AdjustmentReason, ChoiceReason, CreditKind } from '../../domain/credit-account.ts';
import { BucketId, LocationId, MembershipId, ServiceId } from '../../domain/ids.ts';
import { Money } from '../../domain/money.ts';
import { Line } from '../../domain/text.ts';
import { LocalDate } from '../../domain/time.ts';
import { ForecastView } from '../forecast-views.ts';
import type { Operations } from '../operation.ts';
import { CreditGroup, PageQuery, pageOf, StaffCreditEntryView, StatementView } from '../views.ts';

const Nothing = z.strictObject({});

const Units = z.int().check(z.minimum(1), z.maximum(1_000_000));

const Balance = z.strictObject({ today: LocalDate, credits: z.array(CreditGroup) });

/** The balance after something was used, and the entries that say so, for an undo. */
const Used = z.strictObject({ ...Balance.shape, sequences: z.array(z.int()) });

const memberPath = '/{business}/staff/members/{memberId}';

/** Credits of a client: use, undo, give, correct, look back. */
export const creditOperations = {
  redeemCredit: {
    summary:
      'Uses a credit for a service, soonest-expiring first, exactly once; from another one that staff choose, with a reason',
    method: 'POST',
    path: `${memberPath}/redemptions`,
    audience: 'staff',
    permission: 'credits.redeem',
    idempotent: true,
    body: z.strictObject({
      kind: CreditKind,
      serviceId: ServiceId,
      units: Units,
      locationId: z.optional(LocationId),
      /** Instead of the order of use (rule C3): all of it comes from this grant. */
      from: z.optional(z.strictObject({ bucketId: BucketId, reason: ChoiceReason })),
    }),
    reply: Used,
    status: 201,
    refusals: ['not_found', 'insufficient_credit', 'credit_expired', 'credit_frozen', 'service_not_covered'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'the front desk cannot take a redemption; clients wait',
  },
  recordBenefitUse: {
    summary: 'Writes down that a discount or an unlimited service of a membership was used; nothing is counted',
    method: 'POST',
    path: `${memberPath}/benefit-uses`,
    audience: 'staff',
    permission: 'credits.redeem',
    idempotent: true,
    body: z.strictObject({
      membershipId: MembershipId,
      /** The benefit’s key in the plan. */
      benefit: z.string().check(z.maxLength(40)),
      serviceId: ServiceId,
      locationId: z.optional(LocationId),
    }),
    reply: Used,
    status: 201,
    refusals: ['not_found', 'service_not_covered', 'credit_frozen', 'membership_not_running'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'uses of discounts and unlimited services are missing in the history',
  },
  undoRedemption: {
    summary: 'Gives back a credit that was used by mistake: on the same day, later only by who may correct balances',
    method: 'POST',
    path: `${memberPath}/redemptions/{sequence}/undo`,
    audience: 'staff',
    permission: 'credits.redeem',
    idempotent: true,
    body: Nothing,
    reply: z.strictObject({
      ...Balance.shape,
      /** The new last day, where the credit had expired or soon would have (rule C7). */
      usableUntil: z.optional(LocalDate),
    }),
    refusals: ['not_found', 'not_a_redemption', 'already_undone', 'credit_closed', 'undo_too_late'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'mistakes at the desk cannot be undone',
  },
  grantCredit: {
    summary: 'Gives a client credits by hand, with a reason; the client is not notified',
    method: 'POST',
    path: `${memberPath}/credits`,
    audience: 'staff',
    permission: 'credits.adjust',
    idempotent: true,
    body: z.strictObject({
      kind: CreditKind,
      serviceIds: z.array(ServiceId).check(z.minLength(1), z.maxLength(20)),
      units: Units,
      expiresOn: z.optional(LocalDate),
      reason: AdjustmentReason,
      note: z.optional(Line(300)),
    }),
    reply: Balance,
    status: 201,
    refusals: ['not_found', 'service_unknown', 'start_out_of_range', 'approval_needed'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'goodwill credits cannot be given',
  },
  adjustCredit: {
    summary: 'Sets what is left of a grant, with a reason; the client is not notified (002-028, 002-029)',
    method: 'PATCH',
    path: `${memberPath}/credits/{bucketId}`,
    audience: 'staff',
    permission: 'credits.adjust',
    idempotent: true,
    body: z.strictObject({
      available: z.int().check(z.minimum(0), z.maximum(1_000_000)),
      reason: AdjustmentReason,
      note: z.optional(Line(300)),
    }),
    reply: Balance,
    refusals: ['not_found', 'adjustment_without_change', 'approval_needed'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'wrong balances cannot be corrected',
  },
  listCreditEntries: {
    summary: 'Every grant, use, return and expiry of a client, newest first',
    method: 'GET',
    path: `${memberPath}/credits/entries`,
    audience: 'staff',
    permission: 'clients.read',
    query: PageQuery,
    reply: pageOf(StaffCreditEntryView),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'staff cannot explain a balance',
  },
  forecastCredits: {
    summary: 'What a client will lose, and when, if nothing is used',
    method: 'GET',
    path: `${memberPath}/credits/forecast`,
    audience: 'staff',
    permission: 'clients.read',
    reply: ForecastView,
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'staff cannot tell a client what expires next',
  },
  explainBalance: {
    summary: 'Why each number of a client’s credits is what it is, exactly as the client reads it',
    method: 'GET',
    path: `${memberPath}/credits/statements`,
    audience: 'staff',
    permission: 'clients.read',
    reply: z.strictObject({ today: LocalDate, statements: z.array(StatementView) }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'staff cannot say why a balance is what it is',
  },
  getCreditBalance: {
    summary: 'What a client had at the end of a day, told from the history (rule C2.10)',
    method: 'GET',
    path: `${memberPath}/credits/balance`,
    audience: 'staff',
    permission: 'clients.read',
    query: z.strictObject({ on: LocalDate }),
    reply: z.strictObject({
      on: LocalDate,
      credits: z.array(CreditGroup),
      /** Account credit, for roles that see payments. */
      accountCredit: z.optional(Money),
    }),
    refusals: ['not_found', 'day_in_the_future'],
    needs: ['table:read'],
    errorImpact: 'staff cannot say what a client had on an earlier day',
  },
} as const satisfies Operations;
