import { GetUserCommand, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { addMember, client, members, openPools, refusalOf, signIn, type Trigger, tokensOf } from './pools.ts';

const email = 'ana@example.com';

const withTrigger = async (version: 'V1_0' | 'V2_0', trigger: Trigger) => {
  const pool = { ...members, triggers: { PreTokenGeneration: 'claims' }, preTokenGenerationVersion: version };
  const own = await openPools({ pools: [pool] }, { claims: trigger });
  await addMember(own, email);
  return own;
};

test('version 1 changes the ID token alone, but not the claims that are the pool’s', async () => {
  const own = await withTrigger('V1_0', () => ({
    claimsOverrideDetails: {
      claimsToAddOrOverride: { salon: 'willow', sub: 'forged', aud: 'forged' },
      claimsToSuppress: ['email', 'iss'],
    },
  }));
  const { AccessToken, IdToken, RefreshToken } = await tokensOf(own, email);
  const id = decodeJwt(IdToken);
  expect(id).toMatchObject({ salon: 'willow', aud: client.id, iss: own.service.issuerOf(members.id) });
  expect(id.sub).toBe(decodeJwt(AccessToken).sub);
  expect(id).not.toHaveProperty('email');
  expect(decodeJwt(AccessToken)).not.toHaveProperty('salon');
  await own.aws.send(
    new InitiateAuthCommand({
      ClientId: client.id,
      AuthFlow: 'REFRESH_TOKEN',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    }),
  );
  expect(own.events.map(({ triggerSource }) => triggerSource)).toEqual([
    'TokenGeneration_Authentication',
    'TokenGeneration_RefreshTokens',
  ]);
  expect(own.events[0]).toMatchObject({
    version: '1',
    region: 'us-east-1',
    userPoolId: members.id,
    userName: id.sub,
    callerContext: { clientId: client.id },
    request: {
      userAttributes: { sub: id.sub, email, email_verified: 'true', 'cognito:user_status': 'CONFIRMED' },
      groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
    },
    response: { claimsOverrideDetails: null },
  });
  await own.close();
});

test('version 2 changes the access token and its scopes too', async () => {
  const own = await withTrigger('V2_0', () => ({
    claimsAndScopeOverrideDetails: {
      idTokenGeneration: { claimsToAddOrOverride: { level: 3 } },
      accessTokenGeneration: {
        claimsToAddOrOverride: { salons: ['willow'] },
        scopesToAdd: ['openid'],
        scopesToSuppress: ['aws.cognito.signin.user.admin'],
      },
    },
  }));
  const { AccessToken, IdToken } = await tokensOf(own, email);
  expect(own.events[0]).toMatchObject({ version: '2', request: { scopes: ['aws.cognito.signin.user.admin'] } });
  expect(decodeJwt(IdToken)).toMatchObject({ level: 3, email });
  expect(decodeJwt(AccessToken)).toMatchObject({ salons: ['willow'], scope: 'openid' });
  const call = own.aws.send(new GetUserCommand({ AccessToken }));
  expect(await refusalOf(call)).toEqual(['NotAuthorizedException', 'Access Token does not have required scopes']);
  await own.close();
});

test.each<readonly [string, Trigger, string, string]>([
  [
    'a failing one',
    () => {
      throw new Error('No salon.');
    },
    'UserLambdaValidationException',
    'PreTokenGeneration failed with error No salon.',
  ],
  [
    'claims that are no text',
    () => ({ claimsOverrideDetails: { claimsToAddOrOverride: { level: 3 } } }),
    'InvalidLambdaResponseException',
    'Unrecognizable lambda output',
  ],
  [
    'groups, which these pools do not know',
    () => ({ claimsOverrideDetails: { groupOverrideDetails: { groupsToOverride: ['owners'] } } }),
    'NotEmulatedException',
    'The local user pools do not know this: groups in tokens.',
  ],
])('nobody signs in with %s', async (_, trigger, name, message) => {
  const own = await withTrigger('V1_0', trigger);
  expect(await refusalOf(signIn(own, email))).toEqual([name, message]);
  await own.close();
});
