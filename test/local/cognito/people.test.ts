import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addMember, members, openPools, type Pools, password, refusalOf, signIn, staff } from './pools.ts';

let pools: Pools;
beforeEach(async () => {
  pools = await openPools({ pools: [members, staff] });
});
afterEach(() => pools.close());

const UserPoolId = members.id;
const create = (Username: string, more: object = {}) =>
  pools.aws.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS', ...more }));

test('a new person is named by an id, carries their e-mail, and has to choose a password', async () => {
  const { User } = await create('ana@example.com', { TemporaryPassword: password });
  expect(User).toMatchObject({ Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
  expect(User?.Username).toMatch(/^[0-9a-f-]{36}$/);
  expect(User?.UserCreateDate?.getTime()).toBe(pools.clock.now);
  const found = await pools.aws.send(new AdminGetUserCommand({ UserPoolId, Username: 'ana@example.com' }));
  expect(found.Username).toBe(User?.Username);
  expect(found.UserAttributes).toContainEqual({ Name: 'email', Value: 'ana@example.com' });
  expect(found.UserAttributes).toContainEqual({ Name: 'sub', Value: User?.Username });
});

test('an address has one account, however it is capitalised', async () => {
  await create('ana@example.com');
  expect(await refusalOf(create('Ana@Example.com'))).toEqual([
    'UsernameExistsException',
    'An account with the given email already exists.',
  ]);
  const racing = await Promise.allSettled([create('bo@example.com'), create('bo@example.com')]);
  expect(racing.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('where the pool minds capitals, it minds them', async () => {
  const strict = await openPools({ pools: [{ ...members, usernameCaseSensitive: true }] });
  await addMember(strict, 'ana@example.com');
  expect((await refusalOf(signIn(strict, 'Ana@example.com')))[0]).toBe('NotAuthorizedException');
  await strict.close();
});

test('sending an invitation again gives a new temporary password, until the person has chosen their own', async () => {
  await create('ana@example.com', { TemporaryPassword: password });
  pools.clock.now += 8 * 86_400_000;
  expect((await refusalOf(signIn(pools, 'ana@example.com')))[1]).toBe(
    'Temporary password has expired and must be reset by an administrator.',
  );
  await create('ana@example.com', { TemporaryPassword: 'Another-1-chance', MessageAction: 'RESEND' });
  expect((await refusalOf(signIn(pools, 'ana@example.com')))[1]).toBe('Incorrect username or password.');
  expect((await signIn(pools, 'ana@example.com', 'Another-1-chance')).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');

  await addMember(pools, 'bo@example.com');
  const again = create('bo@example.com', { TemporaryPassword: password, MessageAction: 'RESEND' });
  expect((await refusalOf(again))[0]).toBe('UnsupportedUserStateException');
  const unknown = create('cy@example.com', { TemporaryPassword: password, MessageAction: 'RESEND' });
  expect((await refusalOf(unknown))[0]).toBe('UserNotFoundException');
});

test('people are listed by page and found by e-mail or id', async () => {
  const subs = [];
  for (const name of ['ana', 'bo', 'cy']) subs.push(await addMember(pools, `${name}@example.com`));
  await addMember(pools, 'ana@example.com', staff);
  const list = (more: object) => pools.aws.send(new ListUsersCommand({ UserPoolId, ...more }));
  const names = async (more: object) => (await list(more)).Users?.map(({ Username }) => Username);

  expect(await names({ Filter: 'email = "BO@example.com"' })).toEqual([subs[1]]);
  expect(await names({ Filter: `sub = "${subs[2]}"` })).toEqual([subs[2]]);
  expect(await names({ Filter: 'sub = "ana@example.com"' })).toEqual([]);
  expect(await names({ Filter: 'email = "constructor"' })).toEqual([]);
  const first = await list({ Limit: 2, AttributesToGet: ['email'] });
  expect(first.Users?.map(({ Attributes }) => Attributes)).toEqual([
    [{ Name: 'email', Value: 'ana@example.com' }],
    [{ Name: 'email', Value: 'bo@example.com' }],
  ]);
  const second = await list({ Limit: 2, PaginationToken: first.PaginationToken });
  expect(second.Users?.map(({ Username }) => Username)).toEqual([subs[2]]);
  expect(second.PaginationToken).toBeUndefined();
});

test('a changed e-mail signs in, is unverified until it is said to be verified, and may not be somebody else’s', async () => {
  await addMember(pools, 'ana@example.com');
  await addMember(pools, 'bo@example.com');
  const update = (UserAttributes: { Name: string; Value: string }[]) =>
    pools.aws.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username: 'ana@example.com', UserAttributes }));

  expect((await refusalOf(update([{ Name: 'email', Value: 'bo@example.com' }])))[0]).toBe('AliasExistsException');
  await update([{ Name: 'email', Value: 'ana.new@example.com' }]);
  expect((await refusalOf(signIn(pools, 'ana@example.com')))[0]).toBe('NotAuthorizedException');
  expect((await signIn(pools, 'ana.new@example.com')).AuthenticationResult).toBeDefined();
  const found = await pools.aws.send(new AdminGetUserCommand({ UserPoolId, Username: 'ana.new@example.com' }));
  expect(found.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' });
});

test('a deleted person is gone, and their address is free again', async () => {
  const before = await addMember(pools, 'ana@example.com');
  await pools.aws.send(new AdminDeleteUserCommand({ UserPoolId, Username: 'ana@example.com' }));
  expect((await refusalOf(signIn(pools, 'ana@example.com')))[1]).toBe('Incorrect username or password.');
  expect(await addMember(pools, 'ana@example.com')).not.toBe(before);
});
