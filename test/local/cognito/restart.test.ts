import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminDisableUserCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addMember, client, members, openPools, password, refusalOf, signIn, tokensOf } from './pools.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'user-pools-'));
});
afterEach(() => rm(folder, { recursive: true }));

const email = 'ana@example.com';

test('people, passwords, sign-ins, codes and keys outlive a restart, on the same address', async () => {
  const dataFile = join(folder, 'deeper', 'pools.json');
  const before = await openPools({ dataFile });
  const sub = await addMember(before, email);
  await addMember(before, 'bo@example.com');
  await before.aws.send(new AdminDisableUserCommand({ UserPoolId: members.id, Username: 'bo@example.com' }));
  const { AccessToken, RefreshToken } = await tokensOf(before, email);
  await before.aws.send(new ForgotPasswordCommand({ ClientId: client.id, Username: email }));
  await before.close();

  const after = await openPools({ dataFile });
  expect(after.service.issuerOf(members.id)).toBe(before.service.issuerOf(members.id));
  expect((await after.aws.send(new GetUserCommand({ AccessToken }))).Username).toBe(sub);
  const refreshed = await after.aws.send(
    new InitiateAuthCommand({
      ClientId: client.id,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    }),
  );
  expect(refreshed.AuthenticationResult?.IdToken).toBeDefined();
  expect((await refusalOf(signIn(after, 'bo@example.com')))[1]).toBe('User is disabled.');
  await after.aws.send(
    new ConfirmForgotPasswordCommand({
      ClientId: client.id,
      Username: email,
      ConfirmationCode: before.codes[0]?.code,
      Password: 'Forgotten-1-time',
    }),
  );
  expect((await signIn(after, email, 'Forgotten-1-time')).AuthenticationResult).toBeDefined();
  await after.close();
});

test('two can run from copies of the same data: the second takes another port and knows the same people', async () => {
  const dataFile = join(folder, 'one.json');
  const first = await openPools({ dataFile });
  await addMember(first, email);
  const { AccessToken } = await tokensOf(first, email);
  await first.close();
  const copy = join(folder, 'two.json');
  await writeFile(copy, await readFile(dataFile));

  const [one, two] = [await openPools({ dataFile }), await openPools({ dataFile: copy })];
  expect(two.service.endpoint).not.toBe(one.service.endpoint);
  expect((await two.aws.send(new GetUserCommand({ AccessToken }))).Username).toBeDefined();
  await one.close();
  await two.close();
});

test('changes are written soon after they are made, whole, and without a readable password', async () => {
  const dataFile = join(folder, 'pools.json');
  const pools = await openPools({ dataFile });
  const sub = await addMember(pools, email);
  await new Promise((resolve) => setTimeout(resolve, 400));
  const text = await readFile(dataFile, 'utf8');
  expect(JSON.parse(text).pools[members.id].users[sub].status).toBe('CONFIRMED');
  expect(text).not.toContain(password);
  await pools.close();
  expect(await readdir(folder)).toEqual(['pools.json']);
});

test('a file that is something else is refused, not overwritten', async () => {
  const dataFile = join(folder, 'pools.json');
  await writeFile(dataFile, '{"version":7}');
  await expect(openPools({ dataFile })).rejects.toThrow('start afresh');
  expect(await readFile(dataFile, 'utf8')).toBe('{"version":7}');
});
