import { GetUserCommand, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { addMember, client, frankClient, members, openPools, type Pools, refusalOf, staff, tokensOf } from './pools.ts';

const email = 'ana@example.com';
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);

let pools: Pools;
let sub: string;
beforeEach(async () => {
  pools = await openPools();
  sub = await addMember(pools, email);
});
afterEach(() => pools.close());

const refresh = (REFRESH_TOKEN: string, ClientId = client.id) =>
  pools.aws.send(
    new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN } }),
  );
const getUser = (AccessToken: string) => pools.aws.send(new GetUserCommand({ AccessToken }));

test('the tokens verify against the published keys and carry Cognito’s claims', async () => {
  const { AccessToken, IdToken } = await tokensOf(pools, email);
  const issuer = pools.service.issuerOf(members.id);
  const discovery = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
  expect(discovery).toMatchObject({ issuer });
  const keys = createRemoteJWKSet(new URL(discovery.jwks_uri));
  const options = { issuer, algorithms: ['RS256'], currentDate: new Date(pools.clock.now) };
  const now = pools.clock.now / 1000;

  const access = await jwtVerify(AccessToken, keys, options);
  expect(access.protectedHeader).toEqual({ alg: 'RS256', kid: expect.any(String) });
  expect(access.payload).toEqual({
    sub,
    iss: issuer,
    client_id: client.id,
    origin_jti: uuid,
    event_id: uuid,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    auth_time: now,
    iat: now,
    exp: now + 3600,
    jti: uuid,
    username: sub,
  });
  const id = await jwtVerify(IdToken, keys, { ...options, audience: client.id });
  expect(id.payload).toEqual({
    sub,
    iss: issuer,
    aud: client.id,
    origin_jti: access.payload.origin_jti,
    event_id: access.payload.event_id,
    token_use: 'id',
    auth_time: now,
    iat: now,
    exp: now + 1800,
    jti: uuid,
    email,
    email_verified: true,
    'cognito:username': sub,
  });
});

test('the keys are public only, and each pool has its own', async () => {
  const both = await openPools({ pools: [members, staff] });
  const keysOf = async (poolId: string) =>
    (await fetch(`${both.service.issuerOf(poolId)}/.well-known/jwks.json`)).json();
  const [ours, theirs] = [await keysOf(members.id), await keysOf(staff.id)];
  expect(Object.keys(ours.keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  expect(ours.keys[0].n).not.toBe(theirs.keys[0].n);
  expect((await fetch(`${both.service.endpoint}/us-east-1_Nothing/.well-known/jwks.json`)).status).toBe(404);
  await both.close();
});

test('a refresh keeps the sign-in and its time, and gives no second refresh token', async () => {
  const first = await tokensOf(pools, email);
  pools.clock.now += 3_600_000;
  const { AuthenticationResult } = await refresh(first.RefreshToken);
  expect(AuthenticationResult?.RefreshToken).toBeUndefined();
  const [before, after] = [decodeJwt(first.AccessToken), decodeJwt(AuthenticationResult?.AccessToken ?? '')];
  expect(after).toMatchObject({ origin_jti: before.origin_jti, auth_time: before.auth_time });
  expect(after.iat).toBe((before.iat ?? 0) + 3600);
  expect(after.jti).not.toBe(before.jti);
  expect((await getUser(AuthenticationResult?.AccessToken ?? '')).Username).toBe(sub);
});

test('GetUser shows what the client may read', async () => {
  const reading = await openPools({ pools: [{ ...members, clients: [{ ...client, readAttributes: ['email'] }] }] });
  const id = await addMember(reading, email);
  const { AccessToken, IdToken } = await tokensOf(reading, email);
  const { UserAttributes } = await reading.aws.send(new GetUserCommand({ AccessToken }));
  expect(UserAttributes).toEqual([
    { Name: 'email', Value: email },
    { Name: 'sub', Value: id },
  ]);
  expect(decodeJwt(IdToken)).not.toHaveProperty('email_verified');
  await reading.close();
});

test('tokens that are foreign, of the wrong kind or past their time are refused', async () => {
  const { AccessToken, IdToken, RefreshToken } = await tokensOf(pools, email);
  const invalid = ['NotAuthorizedException', 'Invalid Access Token'];
  const [header, payload, signature] = AccessToken.split('.');
  const forged = Buffer.from(JSON.stringify({ ...decodeJwt(AccessToken), sub: 'other' })).toString('base64url');
  expect(await refusalOf(getUser(IdToken))).toEqual(invalid);
  expect(await refusalOf(getUser(RefreshToken))).toEqual(invalid);
  expect(await refusalOf(getUser(`${header}.${forged}.${signature}`))).toEqual(invalid);
  expect(await refusalOf(getUser(`${header}.${payload}.`))).toEqual(invalid);

  const invalidRefresh = ['NotAuthorizedException', 'Invalid Refresh Token'];
  expect(await refusalOf(refresh(AccessToken))).toEqual(invalidRefresh);
  expect(await refusalOf(refresh(`${RefreshToken}x`))).toEqual(invalidRefresh);
  expect(await refusalOf(refresh('constructor.x'))).toEqual(invalidRefresh);
  expect(await refusalOf(refresh(RefreshToken, frankClient.id))).toEqual(invalidRefresh);

  pools.clock.now += 3_600_000;
  expect(await refusalOf(getUser(AccessToken))).toEqual(['NotAuthorizedException', 'Access Token has expired']);
  pools.clock.now += client.refreshTokenValidity * 1000;
  expect(await refusalOf(refresh(RefreshToken))).toEqual(['NotAuthorizedException', 'Refresh Token has expired']);
});
