import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type {
  ClientDefinition,
  CodeDelivery,
  CognitoOptions,
  PoolDefinition,
} from '../../../local/cognito/definition.ts';
import { startCognito } from '../../../local/cognito/start.ts';
import type { InvokeResult } from '../../../local/ports.ts';

export const password = 'Lavender-7-steam';

export const client: ClientDefinition = {
  id: 'membersportal1',
  name: 'portal',
  explicitAuthFlows: [
    'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_CUSTOM_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ],
  accessTokenValidity: 3600,
  idTokenValidity: 1800,
  refreshTokenValidity: 30 * 86_400,
  preventUserExistenceErrors: true,
  enableTokenRevocation: true,
};

export const frankClient: ClientDefinition = {
  ...client,
  id: 'memberslegacy1',
  name: 'frank',
  preventUserExistenceErrors: false,
};

export const members: PoolDefinition = {
  id: 'us-east-1_AbC123xyz',
  name: 'members',
  usernameAttributes: ['email'],
  passwordPolicy: {
    minimumLength: 12,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: true,
    temporaryPasswordValidityDays: 7,
  },
  adminCreateUserOnly: true,
  usernameCaseSensitive: false,
  triggers: {},
  clients: [client, frankClient],
};

export const staff: PoolDefinition = {
  ...members,
  id: 'us-east-1_StAfF9999',
  name: 'staff',
  clients: [
    {
      ...client,
      id: 'staffadmin1',
      explicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
      enableTokenRevocation: false,
    },
  ],
};

/** A trigger's double: takes the event, answers it with its `response` filled. */
export type Trigger = (event: TriggerEvent) => object;

export interface TriggerEvent {
  readonly version: string;
  readonly triggerSource: string;
  readonly userName: string;
  readonly callerContext: { readonly clientId: string };
  readonly request: {
    readonly userAttributes: Readonly<Record<string, string>>;
    readonly userNotFound?: boolean;
    readonly session?: readonly { readonly challengeName: string; readonly challengeResult: boolean }[];
    readonly challengeAnswer?: string;
    readonly privateChallengeParameters?: Readonly<Record<string, string>>;
    readonly clientMetadata?: Readonly<Record<string, string>>;
    readonly scopes?: readonly string[];
  };
}

/** Running pools with a clock that stands still until it is moved, and a client that calls them over HTTP. */
export async function openPools(
  change: Partial<CognitoOptions> = {},
  triggers: Readonly<Record<string, Trigger>> = {},
) {
  const clock = { now: Date.UTC(2027, 2, 1, 9) };
  const codes: CodeDelivery[] = [];
  const events: TriggerEvent[] = [];
  const service = await startCognito({
    region: 'us-east-1',
    pools: [members],
    now: () => clock.now,
    sendCode: async (delivery) => void codes.push(delivery),
    invoker: {
      invoke: async (functionName, event): Promise<InvokeResult> => {
        const sent = event as TriggerEvent;
        events.push(structuredClone(sent));
        try {
          return { ok: true, payload: { ...sent, response: triggers[functionName]?.(sent) } };
        } catch (error) {
          return { ok: false, errorType: 'Error', errorMessage: error instanceof Error ? error.message : '' };
        }
      },
    },
    ...change,
  });
  const aws = new CognitoIdentityProviderClient({
    endpoint: service.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const close = async () => {
    aws.destroy();
    await service.close();
  };
  return { service, aws, clock, codes, events, close };
}

export type Pools = Awaited<ReturnType<typeof openPools>>;

/** A member with a password of their own. Answers their `sub`. */
export async function addMember({ aws }: Pools, email: string, pool: PoolDefinition = members): Promise<string> {
  const { User } = await aws.send(
    new AdminCreateUserCommand({
      UserPoolId: pool.id,
      Username: email,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  await aws.send(
    new AdminSetUserPasswordCommand({ UserPoolId: pool.id, Username: email, Password: password, Permanent: true }),
  );
  return User?.Username ?? '';
}

/** Signs in with a password as the backend does. */
export const signIn = ({ aws }: Pools, email: string, typed = password, pool: PoolDefinition = members) =>
  aws.send(
    new AdminInitiateAuthCommand({
      UserPoolId: pool.id,
      ClientId: pool.clients[0]?.id,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: typed },
    }),
  );

/** The tokens of a sign-in that must succeed. */
export async function tokensOf(pools: Pools, email: string, pool: PoolDefinition = members) {
  const { AuthenticationResult } = await signIn(pools, email, password, pool);
  const { AccessToken, IdToken, RefreshToken } = AuthenticationResult ?? {};
  if (!AccessToken || !IdToken || !RefreshToken) throw new Error('The sign-in answered without tokens.');
  return { AccessToken, IdToken, RefreshToken };
}

/** The exception's name and message of a call that must be refused. */
export async function refusalOf(call: Promise<unknown>): Promise<readonly [name: string, message: string]> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return [error.name, error.message];
    throw error;
  }
  throw new Error('The call was not refused.');
}
