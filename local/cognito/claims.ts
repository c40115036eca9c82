import * as z from 'zod/mini';
import type { Audience, Context } from './context.ts';
import { notEmulated } from './failure.ts';
import type { User } from './store.ts';
import { runTrigger, type TokenTriggerSource, triggerAttributes } from './triggers.ts';

/** How a pre token generation trigger changes one token. */
export interface ClaimChanges {
  readonly add: Readonly<Record<string, unknown>>;
  readonly suppress: readonly string[];
}

export interface TokenChanges {
  readonly id: ClaimChanges;
  readonly access: ClaimChanges;
  readonly scopes: readonly string[];
}

export const selfServiceScope = 'aws.cognito.signin.user.admin';

const list = z.nullish(z.array(z.string()));
const noGroups = z.nullish(z.looseObject({ groupsToOverride: list }));

const version1 = z.object({
  claimsOverrideDetails: z.nullish(
    z.object({
      claimsToAddOrOverride: z.nullish(z.record(z.string(), z.string())),
      claimsToSuppress: list,
      groupOverrideDetails: noGroups,
    }),
  ),
});

const claims = z.nullish(z.record(z.string(), z.unknown()));

const version2 = z.object({
  claimsAndScopeOverrideDetails: z.nullish(
    z.object({
      idTokenGeneration: z.nullish(z.object({ claimsToAddOrOverride: claims, claimsToSuppress: list })),
      accessTokenGeneration: z.nullish(
        z.object({ claimsToAddOrOverride: claims, claimsToSuppress: list, scopesToAdd: list, scopesToSuppress: list }),
      ),
      groupOverrideDetails: noGroups,
    }),
  ),
});

const unchanged: ClaimChanges = { add: {}, suppress: [] };

/** Asks the pool's pre token generation trigger, if it has one, how the tokens should differ. */
export async function tokenChanges(
  context: Context,
  audience: Audience,
  user: User,
  source: TokenTriggerSource,
  clientMetadata: Readonly<Record<string, string>> | undefined,
): Promise<TokenChanges> {
  const { triggers, preTokenGenerationVersion = 'V1_0' } = audience.pool.definition;
  if (triggers.PreTokenGeneration === undefined)
    return { id: unchanged, access: unchanged, scopes: [selfServiceScope] };

  const event = {
    source,
    username: user.sub,
    request: {
      userAttributes: triggerAttributes(user),
      groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
      ...(clientMetadata && { clientMetadata }),
    },
  };
  if (preTokenGenerationVersion === 'V1_0') {
    const response = { claimsOverrideDetails: null };
    const answer = await runTrigger(context, audience, { ...event, version: '1', response }, version1);
    const details = answer.claimsOverrideDetails;
    refuseGroups(details?.groupOverrideDetails);
    return { id: changesOf(details), access: unchanged, scopes: [selfServiceScope] };
  }
  const request = { ...event.request, scopes: [selfServiceScope] };
  const response = { claimsAndScopeOverrideDetails: null };
  const answer = await runTrigger(context, audience, { ...event, version: '2', request, response }, version2);
  const details = answer.claimsAndScopeOverrideDetails;
  refuseGroups(details?.groupOverrideDetails);
  const access = details?.accessTokenGeneration;
  const scopes = [selfServiceScope, ...(access?.scopesToAdd ?? [])];
  return {
    id: changesOf(details?.idTokenGeneration),
    access: changesOf(access),
    scopes: scopes.filter((scope) => !access?.scopesToSuppress?.includes(scope)),
  };
}

const changesOf = (
  details:
    | {
        readonly claimsToAddOrOverride?: Readonly<Record<string, unknown>> | null | undefined;
        readonly claimsToSuppress?: readonly string[] | null | undefined;
      }
    | null
    | undefined,
): ClaimChanges => ({ add: details?.claimsToAddOrOverride ?? {}, suppress: details?.claimsToSuppress ?? [] });

function refuseGroups(details: z.output<typeof noGroups>): void {
  if ((details?.groupsToOverride?.length ?? 0) > 0) throw notEmulated('groups in tokens.');
}
