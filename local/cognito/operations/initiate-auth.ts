import * as z from 'zod/mini';
import { tokenChanges } from '../claims.ts';
import { type Audience, audienceByClient, audienceInPool, type Context } from '../context.ts';
import { checkPassword } from '../credentials.ts';
import type { ClientDefinition } from '../definition.ts';
import { invalidParameter, notAuthorized, notEmulated } from '../failure.ts';
import * as parameter from '../parameters.ts';
import { signInOf } from '../sign-ins.ts';
import { own } from '../store.ts';
import { signTokens } from '../tokens.ts';
import { authenticate } from './authentication.ts';
import { startCustomAuth } from './custom-auth.ts';
import { operation, required } from './operation.ts';

type Entries = Readonly<Record<string, string>>;

const flowNames = [
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'CUSTOM_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'USER_SRP_AUTH',
  'USER_AUTH',
] as const;

type Flow = (typeof flowNames)[number];

/** The setting of the client that allows a flow, and what AWS says where it is missing. */
const permissions: Readonly<Record<Flow, readonly [setting: string, refusal: string]>> = {
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH flow not enabled for this client'],
  ADMIN_USER_PASSWORD_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'Auth flow not enabled for this client'],
  ADMIN_NO_SRP_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'Auth flow not enabled for this client'],
  CUSTOM_AUTH: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH is not enabled for the client.'],
  REFRESH_TOKEN_AUTH: ['ALLOW_REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN_AUTH flow not enabled for this client'],
  REFRESH_TOKEN: ['ALLOW_REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN flow not enabled for this client'],
  USER_SRP_AUTH: ['ALLOW_USER_SRP_AUTH', 'USER_SRP_AUTH is not enabled for the client.'],
  USER_AUTH: ['ALLOW_USER_AUTH', 'USER_AUTH flow not enabled for this client'],
};

function requireFlow(client: ClientDefinition, flow: Flow): void {
  const [setting, refusal] = permissions[flow];
  if (!client.explicitAuthFlows.includes(setting)) throw invalidParameter(refusal);
}

const request = z.object({
  ClientId: parameter.clientId,
  AuthFlow: z.enum(flowNames),
  AuthParameters: z.optional(parameter.stringMap),
  // Read for its shape only: AWS hands it to none of the triggers that run here.
  ClientMetadata: parameter.clientMetadata,
});

export const initiateAuth = operation({
  signed: false,
  parameters: request,
  run: (context, { ClientId, AuthFlow, AuthParameters = {} }) => {
    const audience = audienceByClient(context, ClientId);
    if (AuthFlow.startsWith('ADMIN_')) throw invalidParameter('Initiate Auth method not supported.');
    return begin(context, audience, AuthFlow, AuthParameters);
  },
});

export const adminInitiateAuth = operation({
  signed: true,
  parameters: z.extend(request, { UserPoolId: parameter.userPoolId }),
  run: (context, { UserPoolId, ClientId, AuthFlow, AuthParameters = {} }) =>
    begin(context, audienceInPool(context, UserPoolId, ClientId), AuthFlow, AuthParameters),
});

function begin(context: Context, audience: Audience, flow: Flow, entries: Entries): Promise<object> {
  requireFlow(audience.client, flow);
  switch (flow) {
    case 'USER_PASSWORD_AUTH':
    case 'ADMIN_USER_PASSWORD_AUTH':
    case 'ADMIN_NO_SRP_AUTH':
      return withPassword(context, audience, required(entries, 'USERNAME'), required(entries, 'PASSWORD'));
    case 'CUSTOM_AUTH':
      if (Object.hasOwn(entries, 'CHALLENGE_NAME')) throw notEmulated('custom authentication that begins with SRP.');
      return startCustomAuth(context, audience, required(entries, 'USERNAME'));
    case 'REFRESH_TOKEN_AUTH':
    case 'REFRESH_TOKEN':
      return refresh(context, audience, required(entries, 'REFRESH_TOKEN'));
    case 'USER_SRP_AUTH':
    case 'USER_AUTH':
      throw notEmulated(`the flow ${flow}.`);
    default:
      return flow satisfies never;
  }
}

async function withPassword(context: Context, audience: Audience, name: string, password: string): Promise<object> {
  const user = await checkPassword(context, audience, name, password);
  if (user.status === 'CONFIRMED') return authenticate(context, audience, user, 'TokenGeneration_Authentication');

  if (context.now() >= (user.temporaryPasswordUntil ?? 0)) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  }
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.sub,
      requiredAttributes: '[]',
      userAttributes: JSON.stringify(user.attributes),
    },
    Session: context.challenges.open({
      name: 'NEW_PASSWORD_REQUIRED',
      poolId: audience.pool.definition.id,
      clientId: audience.client.id,
      username: user.sub,
      sub: user.sub,
    }),
  };
}

async function refresh(context: Context, audience: Audience, token: string): Promise<object> {
  const { pool, client } = audience;
  const signIn = signInOf(pool, token);
  const user = own(pool.state.users, signIn?.sub ?? '');
  if (signIn === undefined || user === undefined || signIn.clientId !== client.id) {
    throw notAuthorized('Invalid Refresh Token');
  }
  if (!user.enabled) throw notAuthorized('User is disabled.');
  if (signIn.revoked) throw notAuthorized('Refresh Token has been revoked');
  if (context.now() >= signIn.refreshTokenExpiresAt) throw notAuthorized('Refresh Token has expired');
  const changes = await tokenChanges(context, audience, user, 'TokenGeneration_RefreshTokens', undefined);
  const tokens = await signTokens(context, audience, user, signIn, changes);
  return { ChallengeParameters: {}, AuthenticationResult: tokens };
}
