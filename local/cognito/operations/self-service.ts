import * as z from 'zod/mini';
import { attributeList } from '../attributes.ts';
import { bearerOf } from '../bearer.ts';
import { audienceByClient } from '../context.ts';
import { CognitoFailure, incorrectCredentials, notAuthorized, notEmulated } from '../failure.ts';
import * as parameter from '../parameters.ts';
import { enforcePolicy, hashPassword, passwordMatches } from '../passwords.ts';
import { revokeAll, signInOf } from '../sign-ins.ts';
import { personKey } from '../users.ts';
import { operation } from './operation.ts';

const bearer = z.object({ AccessToken: parameter.token });

export const getUser = operation({
  signed: false,
  parameters: bearer,
  run: async (context, { AccessToken }) => {
    const { client, user } = await bearerOf(context, AccessToken);
    const attributes = attributeList({ ...user.attributes, sub: user.sub });
    const shown = attributes.filter(({ Name }) => Name === 'sub' || (client.readAttributes?.includes(Name) ?? true));
    return { Username: user.sub, UserAttributes: shown };
  },
});

export const globalSignOut = operation({
  signed: false,
  parameters: bearer,
  run: async (context, { AccessToken }) => {
    const { pool, user } = await bearerOf(context, AccessToken);
    revokeAll(context, pool, user.sub);
    return {};
  },
});

export const changePassword = operation({
  signed: false,
  parameters: z.extend(bearer, { PreviousPassword: parameter.password, ProposedPassword: parameter.password }),
  run: async (context, { AccessToken, PreviousPassword, ProposedPassword }) => {
    const { pool, user } = await bearerOf(context, AccessToken);
    const person = personKey(pool, user.sub);
    return context.inTurn(person, async () => {
      context.passwordChanges.spend(person);
      if (!(await passwordMatches(PreviousPassword, user.passwordHash))) throw incorrectCredentials();
      enforcePolicy(pool.definition.passwordPolicy, ProposedPassword);
      user.passwordHash = await hashPassword(ProposedPassword);
      user.modifiedAt = context.now();
      context.passwordChanges.forgive(person);
      context.changed();
      return {};
    });
  },
});

export const revokeToken = operation({
  signed: false,
  parameters: z.object({ ClientId: parameter.clientId, Token: parameter.token }),
  run: (context, { ClientId, Token }) => {
    const { pool, client } = audienceByClient(context, ClientId);
    if (!client.enableTokenRevocation) {
      throw new CognitoFailure('UnsupportedOperationException', 'Token revocation is not enabled for this client');
    }
    const signIn = signInOf(pool, Token);
    if (signIn === undefined) throw new CognitoFailure('UnsupportedTokenTypeException', 'Unsupported token type');
    if (signIn.clientId !== client.id) {
      throw new CognitoFailure('UnauthorizedException', 'The token was issued to another client');
    }
    signIn.revoked = true;
    context.changed();
    return {};
  },
});

export const signUp = operation({
  signed: false,
  parameters: z.object({ ClientId: parameter.clientId, Username: parameter.username }),
  run: (context, { ClientId }) => {
    const { pool } = audienceByClient(context, ClientId);
    if (pool.definition.adminCreateUserOnly) throw notAuthorized('SignUp is not permitted for this user pool');
    throw notEmulated('people who sign up by themselves.');
  },
});
