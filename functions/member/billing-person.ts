import type { Operation } from '../../shared/contract/operation.ts';
import type { Person } from '../billing/person.ts';
import type { MemberRequest } from '../http/request.ts';

/** The member of a call, as the flows of billing know people. */
export const personOf = ({ slug, member, actor, at, requestId }: MemberRequest<Operation>): Person => ({
  slug,
  memberId: member.profile.memberId,
  actor,
  at,
  requestId,
});
