import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { type Attribute, changeAttributes, isEmail, parseAttributes } from '../attributes.ts';
import { type Pool, poolById } from '../context.ts';
import { CognitoFailure, emailTaken, invalidParameter, notEmulated } from '../failure.ts';
import * as parameter from '../parameters.ts';
import { enforcePolicy, hashPassword, unknownPassword } from '../passwords.ts';
import type { User } from '../store.ts';
import { describeUser, findByEmail, temporaryUntil, userByName } from '../users.ts';
import { operation } from './operation.ts';

export const adminCreateUser = operation({
  signed: true,
  parameters: z.object({
    UserPoolId: parameter.userPoolId,
    Username: parameter.username,
    TemporaryPassword: z.optional(parameter.password),
    UserAttributes: z.optional(parameter.attributes),
    MessageAction: z.optional(z.enum(['SUPPRESS', 'RESEND'])),
  }),
  run: async (context, { UserPoolId, Username, TemporaryPassword, UserAttributes = [], MessageAction }) => {
    const pool = poolById(context, UserPoolId);
    if (MessageAction === undefined) throw notEmulated('invitation mails. Create people with MessageAction SUPPRESS.');
    if (TemporaryPassword !== undefined) enforcePolicy(pool.definition.passwordPolicy, TemporaryPassword);
    const passwordHash = await hashPassword(TemporaryPassword ?? unknownPassword());
    const modifiedAt = context.now();
    const temporary = { passwordHash, temporaryPasswordUntil: temporaryUntil(pool, modifiedAt), modifiedAt };
    const user =
      MessageAction === 'SUPPRESS'
        ? create(pool, Username, UserAttributes, temporary)
        : renew(pool, Username, TemporaryPassword, temporary);
    context.changed();
    return { User: describeUser(user) };
  },
});

type Temporary = Pick<User, 'passwordHash' | 'temporaryPasswordUntil' | 'modifiedAt'>;

function create(pool: Pool, email: string, attributes: readonly Attribute[], temporary: Temporary): User {
  if (!isEmail(email)) throw invalidParameter('Username should be an email.');
  const requested = parseAttributes(pool.definition, attributes);
  if (requested.email !== undefined && requested.email !== email) {
    throw invalidParameter('User email should be empty or same as username, since username attribute is email');
  }
  if (findByEmail(pool, email)) throw emailTaken('UsernameExistsException');
  const user: User = {
    sub: randomUUID(),
    attributes: changeAttributes({ email }, requested),
    enabled: true,
    status: 'FORCE_CHANGE_PASSWORD',
    createdAt: temporary.modifiedAt,
    ...temporary,
  };
  pool.state.users[user.sub] = user;
  return user;
}

function renew(pool: Pool, name: string, temporaryPassword: string | undefined, temporary: Temporary): User {
  const user = userByName(pool, name);
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    const message = `Resend not possible. ${user.sub} status is not FORCE_CHANGE_PASSWORD`;
    throw new CognitoFailure('UnsupportedUserStateException', message);
  }
  if (temporaryPassword === undefined) throw notEmulated('invitation mails. Resend with a TemporaryPassword.');
  return Object.assign(user, temporary);
}
