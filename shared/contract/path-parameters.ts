import * as z from 'zod/mini';
import {
  BucketId,
  DocumentId,
  EstimateId,
  InvoiceId,
  MemberId,
  MembershipId,
  PlanId,
  QuestionId,
  Slug,
  StaffId,
} from '../domain/ids.ts';
import { LinkToken } from '../domain/link.ts';

/** What each placeholder of a path must look like. A value that does not is answered as one that does not exist. */
export const pathParameters = {
  business: Slug,
  memberId: MemberId,
  planId: PlanId,
  membershipId: MembershipId,
  staffId: StaffId,
  bucketId: BucketId,
  documentId: DocumentId,
  invoiceId: InvoiceId,
  estimateId: EstimateId,
  questionId: QuestionId,
  unsubscribeToken: LinkToken,
  sequence: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1_000_000_000)),
} as const satisfies Record<string, z.ZodMiniType>;

export type PathParameterName = keyof typeof pathParameters;
