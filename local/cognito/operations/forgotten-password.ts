import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { type Audience, audienceByClient, type Context } from '../context.ts';
import { CognitoFailure, invalidParameter, notAuthorized } from '../failure.ts';
import * as parameter from '../parameters.ts';
import { enforcePolicy, hashPassword, newCode } from '../passwords.ts';
import type { User } from '../store.ts';
import { findUser, personKey } from '../users.ts';
import { operation } from './operation.ts';

const codeLife = 3_600_000;

const person = z.object({ ClientId: parameter.clientId, Username: parameter.username });

const nobody = () => new CognitoFailure('UserNotFoundException', 'Username/client id combination not found.');

/** `a***@e***`, as Cognito shows where a code went. */
const masked = (email: string): string => email.replace(/^(.).*@(.).*$/, '$1***@$2***');

const delivery = (email: string) => ({
  CodeDeliveryDetails: { Destination: masked(email), DeliveryMedium: 'EMAIL', AttributeName: 'email' },
});

const canBeReached = (user: User | undefined): user is User =>
  user?.enabled === true && user.attributes.email_verified === 'true';

export const forgotPassword = operation({
  signed: false,
  parameters: person,
  run: async (context, { ClientId, Username }) => {
    const { pool, client } = audienceByClient(context, ClientId);
    context.codeRequests.spend(personKey(pool, Username));
    const user = findUser(pool, Username);
    if (!canBeReached(user) && client.preventUserExistenceErrors) {
      return delivery(Username.includes('@') ? Username : `${Username}@example.com`);
    }
    if (user === undefined) throw nobody();
    if (!user.enabled) throw notAuthorized('User is disabled.');
    if (!canBeReached(user)) {
      throw invalidParameter(
        'Cannot reset password for the user as there is no registered/verified email or phone_number',
      );
    }
    if (user.status !== 'CONFIRMED') throw notAuthorized('User password cannot be reset in the current state.');
    const destination = user.attributes.email ?? '';
    const code = newCode();
    user.resetCode = { code, expiresAt: context.now() + codeLife };
    context.changed();
    await send(context, { pool, client }, destination, code);
    return delivery(destination);
  },
});

async function send(context: Context, { pool }: Audience, destination: string, code: string): Promise<void> {
  const failed = new CognitoFailure('CodeDeliveryFailureException', 'Unable to deliver message');
  if (context.sendCode === undefined) throw failed;
  try {
    await context.sendCode({ poolId: pool.definition.id, destination, code, purpose: 'forgot_password' });
  } catch (error) {
    console.error('The code for a forgotten password was not sent:', error);
    throw failed;
  }
}

export const confirmForgotPassword = operation({
  signed: false,
  parameters: z.extend(person, { ConfirmationCode: parameter.confirmationCode, Password: parameter.password }),
  run: async (context, { ClientId, Username, ConfirmationCode, Password }) => {
    const { pool, client } = audienceByClient(context, ClientId);
    const personTrying = personKey(pool, Username);
    context.codeEntries.spend(personTrying);
    const user = findUser(pool, Username);
    if (user === undefined && !client.preventUserExistenceErrors) throw nobody();
    if (user === undefined || !user.enabled) throw mismatch();
    enforcePolicy(pool.definition.passwordPolicy, Password);
    const expected = user.resetCode;
    if (expected === undefined || context.now() >= expected.expiresAt) {
      throw new CognitoFailure('ExpiredCodeException', 'Invalid code provided, please request a code again.');
    }
    if (!sameText(expected.code, ConfirmationCode)) throw mismatch();
    // Used up before the slow hash: of two requests with the same code only one may pass.
    user.resetCode = undefined;
    user.passwordHash = await hashPassword(Password);
    user.modifiedAt = context.now();
    context.lockout.forgive(personTrying);
    context.codeEntries.forgive(personTrying);
    context.changed();
    return {};
  },
});

const mismatch = () =>
  new CognitoFailure('CodeMismatchException', 'Invalid verification code provided, please try again.');

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
