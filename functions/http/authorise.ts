import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Login } from '../../shared/domain/member.ts';
import { mayDo, type Permission } from '../../shared/domain/permission.ts';
import { Refusal, refuseUnless } from '../../shared/domain/refusal.ts';
import { StaffMember } from '../../shared/domain/staff-member.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { parseRow } from '../store/stored.ts';
import type { Row } from '../store/table.ts';

type WithClaims = APIGatewayProxyEventV2 & {
  requestContext: { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
};

/**
 * The `sub` of a verified access token. API Gateway checked signature, issuer, audience, expiry and scope; the kind of
 * token is checked here too, because it cannot tell an ID token from an access token. Refuses `not_signed_in`.
 */
export function loginIdOf(event: APIGatewayProxyEventV2): string {
  const claims = (event as WithClaims).requestContext.authorizer?.jwt?.claims;
  const sub = claims?.sub;
  if (claims?.token_use !== 'access' || typeof sub !== 'string') throw new Refusal('not_signed_in');
  return sub;
}

/** The caller's login on the profile. A stranger's profile is refused like one that does not exist. */
export function authoriseMember(snapshot: MemberSnapshot | undefined, loginId: string): Login {
  const login = snapshot?.profile.logins.find((candidate) => candidate.loginId === loginId);
  refuseUnless(login, 'not_found');
  return login;
}

/** The member of staff behind the access row. Refuses `not_found` for strangers and leavers, `not_permitted` by role. */
export function authoriseStaff(row: Row | undefined, permission: Permission | undefined): StaffMember {
  const staff = row && parseRow(StaffMember, row).value;
  refuseUnless(staff?.state === 'active', 'not_found');
  if (permission !== undefined) refuseUnless(mayDo(staff.role, permission), 'not_permitted');
  return staff;
}
