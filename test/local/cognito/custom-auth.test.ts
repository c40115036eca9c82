import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminInitiateAuthCommand,
  type AdminInitiateAuthCommandOutput,
  AdminRespondToAuthChallengeCommand,
  GetUserCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addMember, client, frankClient, members, openPools, type Pools, refusalOf, type Trigger } from './pools.ts';

/** A code by e-mail with three tries, as a passwordless sign-in defines it. */
const triggers: Record<'define' | 'create' | 'verify', Trigger> = {
  define: ({ request: { session = [] } }) => {
    if (session.at(-1)?.challengeResult) return { issueTokens: true, failAuthentication: false };
    if (session.length >= 3) return { issueTokens: false, failAuthentication: true };
    return { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false };
  },
  create: () => ({
    publicChallengeParameters: { sentTo: 'a***' },
    privateChallengeParameters: { code: '482913' },
    challengeMetadata: 'code-by-mail',
  }),
  verify: ({ request }) => ({ answerCorrect: request.challengeAnswer === request.privateChallengeParameters?.code }),
};

const email = 'ana@example.com';
const UserPoolId = members.id;
const passwordless = {
  ...members,
  triggers: { DefineAuthChallenge: 'define', CreateAuthChallenge: 'create', VerifyAuthChallengeResponse: 'verify' },
};

let pools: Pools;
beforeEach(async () => {
  pools = await openPools({ pools: [passwordless] }, triggers);
});
afterEach(() => pools.close());

type Asked = Pick<AdminInitiateAuthCommandOutput, 'Session' | 'ChallengeParameters'>;

const begin = (name: string, ClientId = client.id) =>
  pools.aws.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: name },
      ClientMetadata: { salon: 'willow' },
    }),
  );
const answer = (step: Asked, ANSWER: string) =>
  pools.aws.send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId,
      ClientId: client.id,
      ChallengeName: 'CUSTOM_CHALLENGE',
      ChallengeResponses: { USERNAME: step.ChallengeParameters?.USERNAME ?? '', ANSWER },
      Session: step.Session,
      ClientMetadata: { salon: 'willow' },
    }),
  );

test('a member signs in with the code, and the triggers see what Cognito shows them', async () => {
  const sub = await addMember(pools, email);
  const asked = await begin(email);
  expect(asked.ChallengeName).toBe('CUSTOM_CHALLENGE');
  expect(asked.ChallengeParameters).toEqual({ USERNAME: sub, sentTo: 'a***' });
  const again = await answer(asked, '000000');
  expect(again.Session).not.toBe(asked.Session);
  const { AuthenticationResult } = await answer(again, '482913');
  const me = await pools.aws.send(new GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }));
  expect(me.Username).toBe(sub);

  const userAttributes = { sub, email, email_verified: 'true', 'cognito:user_status': 'CONFIRMED' };
  const opening = { userAttributes, userNotFound: false };
  const answering = { ...opening, clientMetadata: { salon: 'willow' } };
  const privateChallengeParameters = { code: '482913' };
  const missed = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'code-by-mail' };
  const challengeName = 'CUSTOM_CHALLENGE';
  expect(pools.events.map(({ triggerSource, request }) => [triggerSource, request])).toEqual([
    ['DefineAuthChallenge_Authentication', { ...opening, session: [] }],
    ['CreateAuthChallenge_Authentication', { ...opening, challengeName, session: [] }],
    [
      'VerifyAuthChallengeResponse_Authentication',
      { ...answering, privateChallengeParameters, challengeAnswer: '000000' },
    ],
    ['DefineAuthChallenge_Authentication', { ...answering, session: [missed] }],
    ['CreateAuthChallenge_Authentication', { ...answering, challengeName, session: [missed] }],
    [
      'VerifyAuthChallengeResponse_Authentication',
      { ...answering, privateChallengeParameters, challengeAnswer: '482913' },
    ],
    ['DefineAuthChallenge_Authentication', { ...answering, session: [missed, { ...missed, challengeResult: true }] }],
  ]);
  expect(pools.events[0]).toMatchObject({
    version: '1',
    userPoolId: UserPoolId,
    userName: sub,
    callerContext: { clientId: client.id },
    response: { challengeName: null, issueTokens: null, failAuthentication: null },
  });
});

test('somebody without an account goes through the same rounds and never gets in', async () => {
  const asked = await begin('nobody@example.com');
  expect(asked.ChallengeParameters).toEqual({
    USERNAME: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
    sentTo: 'a***',
  });
  expect((await begin('nobody@example.com')).ChallengeParameters).toEqual(asked.ChallengeParameters);
  expect(pools.events[0]?.request).toEqual({ userAttributes: {}, userNotFound: true, session: [] });
  expect(await refusalOf(answer(asked, '482913'))).toEqual([
    'NotAuthorizedException',
    'Incorrect username or password.',
  ]);
});

test('the third wrong code ends it', async () => {
  await addMember(pools, email);
  const third = await answer(await answer(await begin(email), '1'), '2');
  expect((await refusalOf(answer(third, '3')))[1]).toBe('Incorrect username or password.');
});

test('a session serves once and for three minutes', async () => {
  await addMember(pools, email);
  const asked = await begin(email);
  const both = await Promise.allSettled([answer(asked, '482913'), answer(asked, '482913')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const late = await begin(email);
  pools.clock.now += 180_000;
  expect((await refusalOf(answer(late, '482913')))[1]).toBe('Invalid session for the user, session is expired.');
});

test('a person who never chose a password signs in by code; a disabled one does not, not even halfway', async () => {
  await pools.aws.send(new AdminCreateUserCommand({ UserPoolId, Username: email, MessageAction: 'SUPPRESS' }));
  expect((await answer(await begin(email), '482913')).AuthenticationResult?.AccessToken).toBeDefined();
  const asked = await begin(email);
  await pools.aws.send(new AdminDisableUserCommand({ UserPoolId, Username: email }));
  expect(await refusalOf(answer(asked, '482913'))).toEqual(['NotAuthorizedException', 'User is disabled.']);
  expect(await refusalOf(begin(email))).toEqual(['NotAuthorizedException', 'User is disabled.']);
});

test('a client that hides nothing says that nobody has the name', async () => {
  expect((await refusalOf(begin('nobody@example.com', frankClient.id)))[0]).toBe('UserNotFoundException');
});

test.each<readonly [string, Partial<typeof triggers>, string, string]>([
  [
    'fails',
    {
      create: () => {
        throw new Error('no mail');
      },
    },
    'UserLambdaValidationException',
    'CreateAuthChallenge failed with error no mail.',
  ],
  ['decides nothing', { define: () => ({}) }, 'InvalidLambdaResponseException', 'Unrecognizable lambda output'],
  [
    'asks for a challenge that is not its own',
    { define: () => ({ challengeName: 'SMS_MFA' }) },
    'InvalidLambdaResponseException',
    'Unrecognizable lambda output',
  ],
  [
    'gives secrets that are no text',
    { create: () => ({ privateChallengeParameters: { code: 1 } }) },
    'InvalidLambdaResponseException',
    'Unrecognizable lambda output',
  ],
])('nobody gets in when a trigger %s', async (_, changed, name, message) => {
  const own = await openPools({ pools: [passwordless] }, { ...triggers, ...changed });
  await addMember(own, email);
  const call = own.aws.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId: client.id,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: email },
    }),
  );
  expect(await refusalOf(call)).toEqual([name, message]);
  await own.close();
});
