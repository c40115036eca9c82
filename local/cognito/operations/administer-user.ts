import * as z from 'zod/mini';
import { changeAttributes, parseAttributes } from '../attributes.ts';
import { type Context, type Pool, poolById } from '../context.ts';
import { emailTaken } from '../failure.ts';
import * as parameter from '../parameters.ts';
import { enforcePolicy, hashPassword } from '../passwords.ts';
import { revokeAll } from '../sign-ins.ts';
import type { User } from '../store.ts';
import { describeUser, findByEmail, personKey, temporaryUntil, userByName } from '../users.ts';
import { operation } from './operation.ts';

const person = z.object({ UserPoolId: parameter.userPoolId, Username: parameter.username });

/** An administrator's action on one existing person. */
const onPerson = (run: (context: Context, pool: Pool, user: User) => object) =>
  operation({
    signed: true,
    parameters: person,
    run: (context, { UserPoolId, Username }) => {
      const pool = poolById(context, UserPoolId);
      return run(context, pool, userByName(pool, Username));
    },
  });

const change = (context: Context, user: User, changes: Partial<User>): object => {
  Object.assign(user, changes, { modifiedAt: context.now() });
  context.changed();
  return {};
};

export const adminGetUser = onPerson((_context, _pool, user) => {
  const { Attributes, ...rest } = describeUser(user);
  return { ...rest, UserAttributes: Attributes };
});

export const adminDisableUser = onPerson((context, pool, user) => {
  revokeAll(context, pool, user.sub);
  return change(context, user, { enabled: false });
});

export const adminEnableUser = onPerson((context, _pool, user) => change(context, user, { enabled: true }));

export const adminUserGlobalSignOut = onPerson((context, pool, user) => {
  revokeAll(context, pool, user.sub);
  return {};
});

export const adminDeleteUser = onPerson((context, pool, user) => {
  delete pool.state.users[user.sub];
  for (const signIn of Object.values(pool.state.signIns)) {
    if (signIn.sub === user.sub) delete pool.state.signIns[signIn.id];
  }
  context.changed();
  return {};
});

export const adminSetUserPassword = operation({
  signed: true,
  parameters: z.extend(person, { Password: parameter.password, Permanent: z.optional(z.boolean()) }),
  run: async (context, { UserPoolId, Username, Password, Permanent = false }) => {
    const pool = poolById(context, UserPoolId);
    const user = userByName(pool, Username);
    enforcePolicy(pool.definition.passwordPolicy, Password);
    const passwordHash = await hashPassword(Password);
    context.lockout.forgive(personKey(pool, user.sub));
    return change(context, user, {
      passwordHash,
      status: Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
      temporaryPasswordUntil: Permanent ? undefined : temporaryUntil(pool, context.now()),
    });
  },
});

export const adminUpdateUserAttributes = operation({
  signed: true,
  parameters: z.extend(person, { UserAttributes: parameter.attributes }),
  run: (context, { UserPoolId, Username, UserAttributes }) => {
    const pool = poolById(context, UserPoolId);
    const user = userByName(pool, Username);
    const requested = parseAttributes(pool.definition, UserAttributes);
    const holder = requested.email === undefined ? undefined : findByEmail(pool, requested.email);
    if (holder !== undefined && holder !== user) throw emailTaken('AliasExistsException');
    return change(context, user, { attributes: changeAttributes(user.attributes, requested) });
  },
});
