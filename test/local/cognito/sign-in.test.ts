import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { addMember, client, members, openPools, type Pools, password, refusalOf, signIn } from './pools.ts';

let pools: Pools;
beforeEach(async () => {
  pools = await openPools();
});
afterEach(() => pools.close());

const email = 'ana@example.com';
const wrong = 'Wrong-8-password';
const UserPoolId = members.id;
const incorrect = ['NotAuthorizedException', 'Incorrect username or password.'];
const locked = ['NotAuthorizedException', 'Password attempts exceeded'];

test('a wrong password and an address without an account get the same answer', async () => {
  await addMember(pools, email);
  expect(await refusalOf(signIn(pools, email, wrong))).toEqual(incorrect);
  expect(await refusalOf(signIn(pools, 'nobody@example.com', wrong))).toEqual(incorrect);
  expect(await refusalOf(signIn(pools, 'constructor', wrong))).toEqual(incorrect);
});

test('a disabled person is told so only when they know the password, and comes back when enabled', async () => {
  await addMember(pools, email);
  await pools.aws.send(new AdminDisableUserCommand({ UserPoolId, Username: email }));
  expect(await refusalOf(signIn(pools, email, wrong))).toEqual(incorrect);
  expect(await refusalOf(signIn(pools, email))).toEqual(['NotAuthorizedException', 'User is disabled.']);
  await pools.aws.send(new AdminEnableUserCommand({ UserPoolId, Username: email }));
  expect((await signIn(pools, email)).AuthenticationResult?.AccessToken).toBeDefined();
});

test('the public calls sign in as the administrator’s do', async () => {
  const sub = await addMember(pools, email);
  const begin = (PASSWORD: string) =>
    pools.aws.send(
      new InitiateAuthCommand({
        ClientId: client.id,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: sub, PASSWORD },
      }),
    );
  expect((await begin(password)).AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 });
  expect(await refusalOf(begin(wrong))).toEqual(incorrect);

  await pools.aws.send(new AdminSetUserPasswordCommand({ UserPoolId, Username: email, Password: password }));
  const answered = await pools.aws.send(
    new RespondToAuthChallengeCommand({
      ClientId: client.id,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeResponses: { USERNAME: sub, NEW_PASSWORD: 'Chosen-1-myself', 'userAttributes.given_name': 'Ana' },
      Session: (await begin(password)).Session,
    }),
  );
  expect(decodeJwt(answered.AuthenticationResult?.IdToken ?? '').given_name).toBe('Ana');
});

describe('choosing the first password', () => {
  const chosen = 'Chosen-1-myself';
  const begin = async (Username = email) => {
    await pools.aws.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username,
        TemporaryPassword: password,
        MessageAction: 'SUPPRESS',
      }),
    );
    return signIn(pools, Username);
  };
  const answer = (Session: string | undefined, USERNAME: string, NEW_PASSWORD = chosen, more = {}) =>
    pools.aws.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId,
        ClientId: client.id,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        ChallengeResponses: { USERNAME, NEW_PASSWORD, ...more },
        Session,
      }),
    );

  test('the temporary password only opens the choice; the new one signs in from then on', async () => {
    const { ChallengeName, ChallengeParameters, Session, AuthenticationResult } = await begin();
    expect([ChallengeName, AuthenticationResult]).toEqual(['NEW_PASSWORD_REQUIRED', undefined]);
    const name = ChallengeParameters?.USER_ID_FOR_SRP ?? '';
    expect(JSON.parse(ChallengeParameters?.userAttributes ?? '')).toMatchObject({ email });

    expect(await refusalOf(answer(Session, name, 'too short'))).toEqual([
      'InvalidPasswordException',
      'Password did not conform with policy: Password not long enough',
    ]);
    expect((await answer(Session, name)).AuthenticationResult?.RefreshToken).toBeDefined();
    expect(await refusalOf(signIn(pools, email))).toEqual(incorrect);
    expect((await signIn(pools, email, chosen)).AuthenticationResult).toBeDefined();
    const { UserStatus } = await pools.aws.send(new AdminGetUserCommand({ UserPoolId, Username: email }));
    expect(UserStatus).toBe('CONFIRMED');
  });

  test('a session serves once, for one person, for three minutes', async () => {
    const { Session, ChallengeParameters } = await begin();
    const name = ChallengeParameters?.USER_ID_FOR_SRP ?? '';
    const somebody = await addMember(pools, 'bo@example.com');
    const session = async (call: Promise<unknown>) => (await refusalOf(call))[1];
    expect(await session(answer('x'.repeat(40), name))).toBe('Invalid session for the user.');
    expect(await session(answer(Session, somebody))).toBe('Invalid session for the user.');
    await answer(Session, name);
    expect(await session(answer(Session, name))).toBe('Invalid session for the user, session can only be used once.');

    await pools.aws.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username: email, Password: password, Permanent: false }),
    );
    const late = await signIn(pools, email);
    pools.clock.now += 3 * 60_000;
    expect(await session(answer(late.Session, name))).toBe('Invalid session for the user, session is expired.');
  });

  test('the choice cannot change or verify the e-mail', async () => {
    for (const attribute of ['email', 'email_verified']) {
      const { Session, ChallengeParameters } = await begin(`${attribute}@example.com`);
      const name = ChallengeParameters?.USER_ID_FOR_SRP ?? '';
      const call = answer(Session, name, chosen, { [`userAttributes.${attribute}`]: 'true' });
      expect((await refusalOf(call))[0]).toBe('NotAuthorizedException');
    }
  });

  test('of two answers sent at once only one counts', async () => {
    const { Session, ChallengeParameters } = await begin();
    const name = ChallengeParameters?.USER_ID_FOR_SRP ?? '';
    const both = await Promise.allSettled([answer(Session, name), answer(Session, name, 'Chosen-2-myself')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('guessing passwords', () => {
  const fail = async (times: number) => {
    for (let i = 0; i < times; i += 1) expect(await refusalOf(signIn(pools, email, wrong))).toEqual(incorrect);
  };

  test('after five wrong passwords each further one locks for twice as long, up to a quarter of an hour', async () => {
    await addMember(pools, email);
    await fail(5);
    let seconds = 1;
    for (let failure = 6; failure < 18; failure += 1) {
      pools.clock.now += seconds * 1000 - 1;
      expect(await refusalOf(signIn(pools, email))).toEqual(locked);
      pools.clock.now += 1;
      await fail(1);
      seconds = Math.min(seconds * 2, 900);
    }
    expect(seconds).toBe(900);
    pools.clock.now += 899_999;
    expect(await refusalOf(signIn(pools, email))).toEqual(locked);
    pools.clock.now += 1;
    expect((await signIn(pools, email)).AuthenticationResult).toBeDefined();
  });

  test('the right password, a quiet quarter of an hour or an administrator’s new password clears the count', async () => {
    await addMember(pools, email);
    await fail(4);
    await signIn(pools, email);
    await fail(4);
    pools.clock.now += 900_000;
    await fail(5);
    expect(await refusalOf(signIn(pools, email))).toEqual(locked);
    await pools.aws.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username: email, Password: password, Permanent: true }),
    );
    expect((await signIn(pools, email)).AuthenticationResult).toBeDefined();
  });

  test('guesses sent at once do not slip past the lock, and the id counts as the same person', async () => {
    const sub = await addMember(pools, email);
    const guesses = [email, email, sub, email, sub, email, email, sub].map((name) => signIn(pools, name, wrong));
    const messages = (await Promise.all(guesses.map(refusalOf))).map(([, message]) => message);
    expect(messages.filter((message) => message === incorrect[1])).toHaveLength(5);
    expect(messages.filter((message) => message === locked[1])).toHaveLength(3);
  });

  test('an address without an account locks alike', async () => {
    for (let i = 0; i < 5; i += 1) await refusalOf(signIn(pools, 'nobody@example.com', wrong));
    expect(await refusalOf(signIn(pools, 'Nobody@example.com', wrong))).toEqual(locked);
    await addMember(pools, email);
    expect((await signIn(pools, email)).AuthenticationResult).toBeDefined();
  });

  test('a pool may lock sooner', async () => {
    const lockout = { failuresBeforeLockout: 1, firstLockout: 60_000, longestLockout: 60_000 };
    const strict = await openPools({ pools: [{ ...members, lockout }] });
    await addMember(strict, email);
    await refusalOf(signIn(strict, email, wrong));
    expect(await refusalOf(signIn(strict, email))).toEqual(locked);
    await strict.close();
  });
});
