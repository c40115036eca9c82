import * as z from 'zod/mini';
import { Email } from '../domain/text.ts';
import { LocalDate } from '../domain/time.ts';
import { BillingView } from './billing-views.ts';
import { ForecastView } from './forecast-views.ts';
import { memberBillingOperations } from './member/billing-operations.ts';
import { memberCancellationOperations } from './member/cancellation-operations.ts';
import { memberEstimateOperations } from './member/estimate-operations.ts';
import { memberPauseOperations } from './member/pause-operations.ts';
import { memberPlanChangeOperations } from './member/plan-change-operations.ts';
import { memberQuestionOperations } from './member/question-operations.ts';
import { memberSharingOperations } from './member/sharing-operations.ts';
import type { Operations } from './operation.ts';
import {
  CreditEntryView,
  CreditGroup,
  MembershipView,
  OwnProfile,
  PageQuery,
  pageOf,
  ServiceView,
  StatementView,
} from './views.ts';

/** What a signed-in member may ask. Every path names the profile; a stranger's answers exactly as one that is missing. */
export const memberOperations = {
  ...memberBillingOperations,
  ...memberEstimateOperations,
  ...memberSharingOperations,
  ...memberQuestionOperations,
  ...memberCancellationOperations,
  ...memberPauseOperations,
  ...memberPlanChangeOperations,
  getDashboard: {
    summary: 'Everything the member’s first screen shows',
    method: 'GET',
    path: '/{business}/member/members/{memberId}/dashboard',
    audience: 'member',
    reply: z.strictObject({
      today: LocalDate,
      signedInAs: Email,
      profile: OwnProfile,
      memberships: z.array(MembershipView),
      credits: z.array(CreditGroup),
      /** What rests in a pause today and can be used again after it (rule P3). */
      resting: z.array(CreditGroup),
      /** What is lost, and when, if nothing is used. */
      forecast: ForecastView,
      services: z.array(ServiceView),
      billing: BillingView,
      /** Something is shared with the member, or by them: `getOwnSharing` says what. */
      shares: z.boolean(),
      /** Answers that were not opened yet, and questions that wait for one. */
      questions: z.strictObject({ unread: z.int(), waiting: z.int() }),
    }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'members cannot see what they have; the front desk gets the calls',
  },
  listOwnCreditEntries: {
    summary: 'What was granted, used, given back and expired, newest first',
    method: 'GET',
    path: '/{business}/member/members/{memberId}/credits/entries',
    audience: 'member',
    query: PageQuery,
    reply: pageOf(CreditEntryView),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'members cannot see when they used their credits',
  },
  explainOwnBalance: {
    summary:
      'Why each number of credits is what it is: every plus and minus of the newest 200 entries, and what was before',
    method: 'GET',
    path: '/{business}/member/members/{memberId}/credits/statements',
    audience: 'member',
    reply: z.strictObject({ today: LocalDate, statements: z.array(StatementView) }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'members cannot see why their balance is what it is',
  },
} as const satisfies Operations;
