import { AdminCreateUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cognitoIdentity } from '../../functions/gateways/cognito-identity.ts';
import type { Identity } from '../../functions/gateways/identity.ts';
import { answerChallenge, type ChallengeEvent } from '../../functions/identity/sign-in-link.ts';
import { client as appClient, members, openPools, type Pools, password } from '../local/cognito/pools.ts';
import { salonWorld } from '../support/salon-world.ts';

const email = 'mia@example.com';
const pool = {
  ...members,
  triggers: { DefineAuthChallenge: 'link', CreateAuthChallenge: 'link', VerifyAuthChallengeResponse: 'link' },
};

let pools: Pools;
let identity: Identity;
let world: ReturnType<typeof salonWorld>;

beforeEach(async () => {
  world = salonWorld();
  const invoke = async (_: string, event: unknown) =>
    ({ ok: true, payload: await answerChallenge(world.table, event as ChallengeEvent, world.now()) }) as const;
  pools = await openPools({ pools: [pool], invoker: { invoke } });
  identity = cognitoIdentity({ poolId: pool.id, clientId: appClient.id, client: pools.aws });
});
afterEach(() => pools.close());

const code = (refused: Promise<unknown>) =>
  refused.then(
    () => 'accepted',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );

describe('an account', () => {
  test('is made with its first password, which signs in', async () => {
    expect(await identity.find(email)).toBeUndefined();
    const account = await identity.setPassword(email, password);
    expect(account).toEqual({ loginId: expect.stringMatching(/^[0-9a-f-]{36}$/), email, enabled: true });
    expect(await identity.find(email)).toEqual(account);
    expect(await identity.signIn(email, password)).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      expiresInSeconds: 3600,
      loginId: account.loginId,
      email,
    });
  });

  test('gets another password without becoming another account', async () => {
    const first = await identity.setPassword(email, password);
    expect(await identity.setPassword(email, `${password} again`)).toEqual(first);
    expect(await code(identity.signIn(email, password))).toBe('sign_in_failed');
    expect(await code(identity.signIn(email, `${password} again`))).toBe('accepted');
  });

  test('whose first password never arrived counts as none, and can still get one', async () => {
    await pools.aws.send(
      new AdminCreateUserCommand({ UserPoolId: pool.id, Username: email, MessageAction: 'SUPPRESS' }),
    );
    expect(await identity.find(email)).toBeUndefined();
    await identity.setPassword(email, password);
    expect(await identity.find(email)).toMatchObject({ email, enabled: true });
  });

  test.each(['short', 'nothingbutletters', ` ${password}`, `${password} `])(
    'does not take the password “%s”',
    async (weak) => {
      expect(await code(identity.setPassword(email, weak))).toBe('password_too_weak');
    },
  );
});

describe('a sign-in', () => {
  test('is refused alike for a wrong password and an unknown address', async () => {
    await identity.setPassword(email, password);
    expect(await code(identity.signIn(email, 'wrong'))).toBe('sign_in_failed');
    expect(await code(identity.signIn('nobody@example.com', 'wrong'))).toBe('sign_in_failed');
    expect(await code(identity.signInWithLink('nobody@example.com', 'A'.repeat(43), 'aurora'))).toBe('sign_in_failed');
  });

  test('is locked after too many wrong passwords', async () => {
    await identity.setPassword(email, password);
    const codes: string[] = [];
    for (let i = 0; i < 7; i += 1) codes.push(await code(identity.signIn(email, 'wrong')));
    expect(codes[0]).toBe('sign_in_failed');
    expect(codes).toContain('sign_in_locked');
  });

  test('lasts until it is revoked', async () => {
    await identity.setPassword(email, password);
    const { refreshToken = '' } = await identity.signIn(email, password);
    expect(await identity.renew(refreshToken)).toMatchObject({ email, accessToken: expect.any(String) });
    await identity.revoke(refreshToken);
    await identity.revoke(refreshToken);
    expect(await code(identity.renew(refreshToken))).toBe('session_ended');
    expect(await code(identity.renew('not-a-token'))).toBe('session_ended');
    await identity.revoke('not-a-token');
  });

  test('ends everywhere at once', async () => {
    await identity.setPassword(email, password);
    const sessions = [await identity.signIn(email, password), await identity.signIn(email, password)];
    await identity.signOutEverywhere(email);
    for (const { refreshToken = '' } of sessions)
      expect(await code(identity.renew(refreshToken))).toBe('session_ended');
  });
});

test('a link signs in its owner through the pool’s own challenge, and nobody else', async () => {
  await identity.setPassword(email, password);
  await identity.setPassword('eve@example.com', password);
  await world.open();
  await world.invite(await world.addMember({ email }));
  await world.deliver();
  const token = world.tokenFor(email);
  expect(await code(identity.signInWithLink('eve@example.com', token, 'aurora'))).toBe('sign_in_failed');
  expect(await code(identity.signInWithLink(email, 'A'.repeat(43), 'aurora'))).toBe('sign_in_failed');
  expect(await code(identity.signInWithLink(email, token, 'borealis'))).toBe('sign_in_failed');
  expect(await identity.signInWithLink(email, token, 'aurora')).toMatchObject({
    email,
    refreshToken: expect.any(String),
  });
  await world.post('invitation', { token, password });
  expect(await code(identity.signInWithLink(email, token, 'aurora'))).toBe('sign_in_failed');
});

test('when Cognito is overloaded, the person is told to wait, not that the password is wrong', async () => {
  const aws = new CognitoIdentityProviderClient({ region: 'us-east-1', maxAttempts: 1 });
  aws.middlewareStack.add(
    () => async () => {
      throw Object.assign(new Error('Rate exceeded'), { name: 'TooManyRequestsException' });
    },
    { step: 'initialize', priority: 'high' },
  );
  const busy = cognitoIdentity({ poolId: pool.id, clientId: appClient.id, client: aws });
  // The HTTP layer asks to come back: nobody is told of wrong passwords that there were not.
  for (const call of [busy.signIn(email, password), busy.renew('token'), busy.find(email)])
    expect(await code(call)).toBe('TooManyRequestsException');
});
