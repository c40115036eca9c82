import type * as z from 'zod/mini';
import type { Permission } from '../domain/permission.ts';
import type { RefusalCode } from '../domain/refusal.ts';

/** Who calls an operation. Each audience is one Lambda function, one authorizer (or none) and one browser client. */
export type Audience = 'member' | 'staff' | 'public';

/** What a function touches. The infrastructure turns each need into exactly the matching grant. */
export type Need =
  | 'table:read'
  | 'table:write'
  | 'members-pool:sign-in'
  | 'members-pool:administer'
  | 'staff-pool:sign-in'
  | 'staff-pool:administer'
  | 'documents:read'
  | 'documents:write'
  | 'mail:send'
  | 'bus:publish'
  | 'expiry-queue:send'
  | 'billing-queue:send'
  | 'provider-events-queue:send'
  | 'mail-queue:send'
  | 'payments:use'
  | 'media:read'
  | 'media:write'
  | 'origin-secret:read';

export type OperationPart = 'documents';

/** Cookies an operation reads or sets. The refresh token never reaches a script. */
export type SessionCookie = 'member-session' | 'staff-session';

/**
 * One HTTP operation as data. Routes, authorizers, grants, handler types, the browser client, the OpenAPI document and
 * the isolation and role matrix all derive from it.
 *
 * `path` starts with `/{business}`; `{memberId}` in a member's path is the profile being acted for.
 * A `staff` operation names the permission that a role must hold. An `idempotent` operation requires the header
 * `idempotency-key` and answers a repeated key with the first reply.
 */
export interface Operation {
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/{business}/${Audience}${string}`;
  readonly audience: Audience;
  readonly permission?: Permission;
  readonly idempotent?: true;
  readonly cookie?: SessionCookie;
  /** Runs in a function of its own, `api-<audience>-<part>`: what needs a heavy library must not slow the others' start. */
  readonly part?: OperationPart;
  readonly query?: z.ZodMiniObject;
  readonly body?: z.ZodMiniType;
  readonly reply: z.ZodMiniType;
  /** HTTP status of a success; 200 unless told. */
  readonly status?: 200 | 201 | 202;
  readonly refusals: readonly RefusalCode[];
  readonly needs: readonly Need[];
  /** What people lose while it fails: alarms and run books quote it. */
  readonly errorImpact: string;
}

export type Operations = Readonly<Record<string, Operation>>;

/** Names of the placeholders in an operation's path. */
export type PathParameters<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameters<Rest>
  : never;
