import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminUserGlobalSignOutCommand,
  ChangePasswordCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import {
  addMember,
  client,
  frankClient,
  members,
  openPools,
  type Pools,
  password,
  refusalOf,
  signIn,
  staff,
  tokensOf,
} from './pools.ts';

const email = 'ana@example.com';
const person = { UserPoolId: members.id, Username: email };

let pools: Pools;
let sub: string;
beforeEach(async () => {
  pools = await openPools();
  sub = await addMember(pools, email);
});
afterEach(() => pools.close());

const refresh = (REFRESH_TOKEN: string) =>
  pools.aws.send(
    new InitiateAuthCommand({ ClientId: client.id, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN } }),
  );
const getUser = (AccessToken: string) => pools.aws.send(new GetUserCommand({ AccessToken }));

const revoked = async ({ AccessToken, RefreshToken }: Awaited<ReturnType<typeof tokensOf>>) => {
  expect(await refusalOf(refresh(RefreshToken))).toEqual(['NotAuthorizedException', 'Refresh Token has been revoked']);
  expect(await refusalOf(getUser(AccessToken))).toEqual(['NotAuthorizedException', 'Access Token has been revoked']);
};

test('revoking ends one sign-in and leaves the others; doing it twice is fine', async () => {
  const [phone, laptop] = [await tokensOf(pools, email), await tokensOf(pools, email)];
  const revoke = () => pools.aws.send(new RevokeTokenCommand({ ClientId: client.id, Token: phone.RefreshToken }));
  await revoke();
  await revoke();
  await revoked(phone);
  expect((await getUser(laptop.AccessToken)).Username).toBe(sub);
});

test('only a refresh token can be revoked, by the client it was issued to, where the client allows it', async () => {
  const own = await openPools({ pools: [members, staff] });
  await addMember(own, email);
  const { AccessToken, RefreshToken } = await tokensOf(own, email);
  const revoke = async (Token: string, ClientId: string) =>
    (await refusalOf(own.aws.send(new RevokeTokenCommand({ ClientId, Token }))))[0];
  expect(await revoke(AccessToken, client.id)).toBe('UnsupportedTokenTypeException');
  expect(await revoke(RefreshToken, frankClient.id)).toBe('UnauthorizedException');
  expect(await revoke(RefreshToken, 'staffadmin1')).toBe('UnsupportedOperationException');
  expect((await own.aws.send(new GetUserCommand({ AccessToken }))).Username).toBeDefined();
  await own.close();
});

test('a client without revocation has tokens without origin_jti, and signing out everywhere still works', async () => {
  const own = await openPools({ pools: [staff] });
  await addMember(own, email, staff);
  const tokens = await tokensOf(own, email, staff);
  expect(decodeJwt(tokens.AccessToken)).not.toHaveProperty('origin_jti');
  const { AccessToken } = tokens;
  await own.aws.send(new GlobalSignOutCommand({ AccessToken }));
  const late = own.aws.send(new GetUserCommand({ AccessToken }));
  expect((await refusalOf(late))[1]).toBe('Access Token has been revoked');
  await own.close();
});

test('signing out everywhere ends every sign-in of that person only', async () => {
  await addMember(pools, 'bo@example.com');
  const [phone, laptop, other] = [
    await tokensOf(pools, email),
    await tokensOf(pools, email),
    await tokensOf(pools, 'bo@example.com'),
  ];
  await pools.aws.send(new GlobalSignOutCommand({ AccessToken: phone.AccessToken }));
  await revoked(phone);
  await revoked(laptop);
  expect((await getUser(other.AccessToken)).Username).toBeDefined();
  const again = await tokensOf(pools, email);
  expect((await getUser(again.AccessToken)).Username).toBe(sub);
  await pools.aws.send(new AdminUserGlobalSignOutCommand(person));
  await revoked(again);
});

test('disabling ends the sign-ins, and enabling does not bring them back', async () => {
  const tokens = await tokensOf(pools, email);
  await pools.aws.send(new AdminDisableUserCommand(person));
  expect(await refusalOf(refresh(tokens.RefreshToken))).toEqual(['NotAuthorizedException', 'User is disabled.']);
  await pools.aws.send(new AdminEnableUserCommand(person));
  await revoked(tokens);
});

test('deleting ends them too', async () => {
  const { AccessToken, RefreshToken } = await tokensOf(pools, email);
  await pools.aws.send(new AdminDeleteUserCommand(person));
  expect((await refusalOf(refresh(RefreshToken)))[1]).toBe('Invalid Refresh Token');
  expect((await refusalOf(getUser(AccessToken)))[0]).toBe('UserNotFoundException');
});

test('a signed-in person changes their password with the old one, and cannot guess it for long', async () => {
  const { AccessToken } = await tokensOf(pools, email);
  const change = (PreviousPassword: string, ProposedPassword: string) =>
    pools.aws.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }));
  await change(password, 'Rosemary-2-oil');
  expect((await signIn(pools, email, 'Rosemary-2-oil')).AuthenticationResult).toBeDefined();
  for (let i = 0; i < 5; i += 1) {
    expect((await refusalOf(change(password, 'Rosemary-3-oil')))[1]).toBe('Incorrect username or password.');
  }
  expect((await refusalOf(change('Rosemary-2-oil', 'Rosemary-3-oil')))[0]).toBe('LimitExceededException');
});
