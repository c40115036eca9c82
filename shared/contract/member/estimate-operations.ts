import * as z from 'zod/mini';
import { Money } from '../../domain/money.ts';
import { Lines } from '../../domain/text.ts';
import { PdfFile } from '../billing-views.ts';
import { EstimateSummary, EstimateView } from '../estimate-views.ts';
import type { Operations } from '../operation.ts';

const listPath = '/{business}/member/members/{memberId}/estimates';
const onePath = `${listPath}/{estimateId}` as const;

/** What a member does about an offer of the salon: read it, print it, answer it (004-043, 004-044, 004-047). */
export const memberEstimateOperations = {
  listOwnEstimates: {
    summary: 'The salon’s estimates, newest first',
    method: 'GET',
    path: listPath,
    audience: 'member',
    reply: z.strictObject({ items: z.array(EstimateSummary) }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'members cannot see what the salon offers them',
  },
  getOwnEstimate: {
    summary: 'One estimate',
    method: 'GET',
    path: onePath,
    audience: 'member',
    reply: EstimateView,
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'members cannot read an estimate',
  },
  getOwnEstimatePdf: {
    summary: 'The estimate as a PDF in the reader’s language',
    method: 'GET',
    path: `${onePath}/pdf`,
    audience: 'member',
    part: 'documents',
    reply: PdfFile,
    refusals: ['not_found'],
    needs: ['table:read', 'media:read'],
    errorImpact: 'members cannot download an estimate; the page itself can be printed',
  },
  acceptOwnEstimate: {
    summary: 'Accepts an estimate at the total that was shown; the sentence that was agreed to is kept',
    method: 'POST',
    path: `${onePath}/acceptance`,
    audience: 'member',
    idempotent: true,
    body: z.strictObject({ agreed: z.literal(true), total: Money }),
    reply: EstimateView,
    refusals: ['not_found', 'estimate_not_open', 'estimate_expired', 'terms_changed', 'currency_mismatch'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members cannot accept an estimate in the portal; the salon can bill what they agree to there',
  },
  declineOwnEstimate: {
    summary: 'Declines an estimate, with a reason if the member likes',
    method: 'POST',
    path: `${onePath}/decline`,
    audience: 'member',
    idempotent: true,
    body: z.strictObject({ reason: z.optional(Lines(500)) }),
    reply: EstimateView,
    refusals: ['not_found', 'estimate_not_open', 'estimate_expired'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'the salon does not learn that an estimate is not wanted; it ends by itself on its last day',
  },
} as const satisfies Operations;
