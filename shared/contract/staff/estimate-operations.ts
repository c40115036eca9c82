import * as z from 'zod/mini';
import { Offer } from '../../domain/estimate.ts';
import { EstimateListState } from '../../domain/estimate-list.ts';
import { Money } from '../../domain/money.ts';
import { PdfFile } from '../billing-views.ts';
import { EstimateLine, EstimateSummary, StaffEstimateView } from '../estimate-views.ts';
import type { Operations } from '../operation.ts';
import { MailedTo, PageQuery } from '../views.ts';

const Nothing = z.strictObject({});
const listPath = '/{business}/staff/members/{memberId}/estimates';
const onePath = `${listPath}/{estimateId}` as const;

/** An offer with the total that the colleague saw: another one is refused. */
const SeenOffer = z.strictObject({ ...Offer.shape, total: Money });

/** What a salon offers to do at which price, until it is billed (004-047). */
export const estimateOperations = {
  listAllEstimates: {
    summary: 'Estimates of all clients: what waits longest first, what came to nothing newest first',
    method: 'GET',
    path: '/{business}/staff/estimates',
    audience: 'staff',
    permission: 'billing.read',
    query: z.strictObject({ ...PageQuery.shape, show: z.optional(EstimateListState) }),
    reply: z.strictObject({
      items: z.array(EstimateLine),
      cursor: z.optional(z.string()),
      /** All of each kind. */
      counts: z.strictObject({
        open: z.int(),
        accepted: z.int(),
        unpaid: z.int(),
        declined: z.int(),
        expired: z.int(),
      }),
      /** What all of the shown kind come to, tax included. */
      total: Money,
    }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'staff do not see what waits; each client’s page still shows their estimates',
  },
  listEstimates: {
    summary: 'A client’s estimates, newest first',
    method: 'GET',
    path: listPath,
    audience: 'staff',
    permission: 'billing.read',
    reply: z.strictObject({ items: z.array(EstimateSummary) }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'staff do not see what was offered to a client',
  },
  getEstimate: {
    summary: 'One estimate with what the client said to it',
    method: 'GET',
    path: onePath,
    audience: 'staff',
    permission: 'billing.read',
    reply: StaffEstimateView,
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'staff do not see what was offered to a client',
  },
  getEstimatePdf: {
    summary: 'The estimate as a PDF in the client’s language',
    method: 'GET',
    path: `${onePath}/pdf`,
    audience: 'staff',
    permission: 'billing.read',
    part: 'documents',
    reply: PdfFile,
    refusals: ['not_found'],
    needs: ['table:read', 'media:read'],
    errorImpact: 'estimates cannot be printed at the desk; clients can download theirs',
  },
  sendEstimate: {
    summary: 'Writes an estimate and mails it to the client',
    method: 'POST',
    path: listPath,
    audience: 'staff',
    permission: 'billing.collect',
    idempotent: true,
    body: SeenOffer,
    reply: StaffEstimateView,
    status: 201,
    refusals: ['not_found', 'currency_mismatch', 'estimate_day_out_of_range', 'terms_changed'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'no new estimates can be written',
  },
  mailEstimate: {
    summary: 'Mails an open estimate to the client again',
    method: 'POST',
    path: `${onePath}/mail`,
    audience: 'staff',
    permission: 'billing.collect',
    idempotent: true,
    body: Nothing,
    reply: MailedTo,
    status: 202,
    refusals: ['not_found', 'email_missing', 'estimate_not_open', 'estimate_expired'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'estimates cannot be mailed again; they can be printed, and stand in the portal',
  },
  reviseEstimate: {
    summary: 'Replaces an estimate by a new version under the same number and mails that',
    method: 'POST',
    path: `${onePath}/versions`,
    audience: 'staff',
    permission: 'billing.collect',
    idempotent: true,
    body: SeenOffer,
    reply: StaffEstimateView,
    status: 201,
    refusals: [
      'not_found',
      'currency_mismatch',
      'estimate_day_out_of_range',
      'terms_changed',
      'estimate_invoiced',
      'estimate_not_open',
    ],
    needs: ['table:read', 'table:write'],
    errorImpact: 'estimates cannot be changed; a new one can be written',
  },
  withdrawEstimate: {
    summary: 'Takes back an open estimate, or one that was accepted and not billed; who had accepted is told',
    method: 'POST',
    path: `${onePath}/withdrawal`,
    audience: 'staff',
    permission: 'billing.collect',
    idempotent: true,
    /** `accepted`: it stood so on the screen; without it only an open one is taken back. */
    body: z.strictObject({ accepted: z.optional(z.literal(true)) }),
    reply: StaffEstimateView,
    refusals: ['not_found', 'estimate_invoiced', 'estimate_not_open', 'estimate_expired'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'clients can accept what the salon no longer offers, until its last day',
  },
  invoiceEstimate: {
    summary: 'Makes the one invoice of an accepted estimate, or of an open one that was agreed to at the desk',
    method: 'POST',
    path: `${onePath}/invoice`,
    audience: 'staff',
    permission: 'billing.collect',
    idempotent: true,
    body: Nothing,
    reply: StaffEstimateView,
    status: 201,
    refusals: ['not_found', 'estimate_invoiced', 'estimate_not_open', 'estimate_expired', 'estimate_tax_changed'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'what was agreed to cannot be billed',
  },
} as const satisfies Operations;
