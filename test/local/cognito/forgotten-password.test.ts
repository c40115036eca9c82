import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminUpdateUserAttributesCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { addMember, client, frankClient, members, openPools, type Pools, refusalOf, signIn } from './pools.ts';

const email = 'ana@example.com';
const chosen = 'Forgotten-1-time';
const person = { UserPoolId: members.id, Username: email };

let pools: Pools;
beforeEach(async () => {
  pools = await openPools();
});
afterEach(() => pools.close());

const ask = (Username: string, ClientId = client.id) =>
  pools.aws.send(new ForgotPasswordCommand({ ClientId, Username }));
const confirm = (ConfirmationCode: string, Username = email, Password = chosen, ClientId = client.id) =>
  pools.aws.send(new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }));
const code = () => pools.codes.at(-1)?.code ?? '';
const wrongCode = () => (code() === '000000' ? '111111' : '000000');

const mismatch = ['CodeMismatchException', 'Invalid verification code provided, please try again.'];
const expired = ['ExpiredCodeException', 'Invalid code provided, please request a code again.'];
const tooOften = ['LimitExceededException', 'Attempt limit exceeded, please try after some time.'];

test('a code goes to the person’s e-mail and sets a new password, once', async () => {
  await addMember(pools, email);
  const { CodeDeliveryDetails } = await ask(email);
  expect(CodeDeliveryDetails).toEqual({ Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' });
  expect(pools.codes).toEqual([
    { poolId: members.id, destination: email, code: expect.stringMatching(/^\d{6}$/), purpose: 'forgot_password' },
  ]);
  expect((await refusalOf(confirm(code(), email, 'tooshort')))[0]).toBe('InvalidPasswordException');
  const both = await Promise.allSettled([confirm(code()), confirm(code())]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await signIn(pools, email, chosen)).AuthenticationResult).toBeDefined();
  expect((await refusalOf(signIn(pools, email)))[0]).toBe('NotAuthorizedException');
  expect(await refusalOf(confirm(code()))).toEqual(expired);
});

test('a code lives an hour, and a newer one replaces it', async () => {
  await addMember(pools, email);
  await ask(email);
  pools.clock.now += 3_600_000;
  expect(await refusalOf(confirm(code()))).toEqual(expired);
  await ask(email);
  const older = code();
  do await ask(email);
  while (code() === older);
  expect(await refusalOf(confirm(older))).toEqual(mismatch);
  await confirm(code());
});

test('codes can be asked for and guessed five times an hour', async () => {
  await addMember(pools, email);
  for (let i = 0; i < 5; i += 1) await ask(email);
  expect(await refusalOf(ask(email))).toEqual(tooOften);
  for (let i = 0; i < 5; i += 1) expect(await refusalOf(confirm(wrongCode()))).toEqual(mismatch);
  expect(await refusalOf(confirm(code()))).toEqual(tooOften);
  pools.clock.now += 3_600_000;
  await ask(email);
  await confirm(code());
});

test('an unknown, disabled or unverified address gets an answer of the same shape, and no mail', async () => {
  const sent = { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' };
  expect((await ask(email)).CodeDeliveryDetails).toEqual(sent);
  expect(await refusalOf(confirm('123456'))).toEqual(mismatch);

  await addMember(pools, email);
  await pools.aws.send(
    new AdminUpdateUserAttributesCommand({ ...person, UserAttributes: [{ Name: 'email_verified', Value: 'false' }] }),
  );
  expect((await ask(email)).CodeDeliveryDetails).toEqual(sent);
  await pools.aws.send(new AdminDisableUserCommand(person));
  expect((await ask(email)).CodeDeliveryDetails).toEqual(sent);
  expect(pools.codes).toEqual([]);
});

test('a client that hides nothing names the reason', async () => {
  const frank = frankClient.id;
  const missing = ['UserNotFoundException', 'Username/client id combination not found.'];
  expect(await refusalOf(ask(email, frank))).toEqual(missing);
  expect(await refusalOf(confirm('123456', email, chosen, frank))).toEqual(missing);
  await pools.aws.send(new AdminCreateUserCommand({ ...person, MessageAction: 'SUPPRESS' }));
  expect((await refusalOf(ask(email, frank)))[0]).toBe('InvalidParameterException');
  await pools.aws.send(
    new AdminUpdateUserAttributesCommand({ ...person, UserAttributes: [{ Name: 'email_verified', Value: 'true' }] }),
  );
  expect(await refusalOf(ask(email, frank))).toEqual([
    'NotAuthorizedException',
    'User password cannot be reset in the current state.',
  ]);
});

test('when the mail does not go out, the person is told', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  const own = await openPools({ sendCode: () => Promise.reject(new Error('no mail server')) });
  await addMember(own, email);
  const call = own.aws.send(new ForgotPasswordCommand({ ClientId: client.id, Username: email }));
  expect((await refusalOf(call))[0]).toBe('CodeDeliveryFailureException');
  expect(log).toHaveBeenCalledTimes(1);
  log.mockRestore();
  await own.close();
});
