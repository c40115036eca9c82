import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { selfServiceScope } from './claims.ts';
import type { Audience, Context, Pool } from './context.ts';
import { notAuthorized, userNotFound } from './failure.ts';
import { own, type User } from './store.ts';

export interface Bearer extends Audience {
  readonly user: User;
}

/**
 * Who holds this access token.
 * @throws {CognitoFailure} NotAuthorizedException for a token that is malformed, foreign, expired or revoked;
 * UserNotFoundException when the person has been deleted.
 */
export async function bearerOf(context: Context, accessToken: string): Promise<Bearer> {
  const invalid = notAuthorized('Invalid Access Token');
  const pool = poolNamedIn(context, accessToken);
  if (pool === undefined) throw invalid;
  const claims = await verify(context, pool, accessToken);
  const client = pool.definition.clients.find(({ id }) => id === claims.client_id);
  if (claims.token_use !== 'access' || client === undefined) throw invalid;
  const user = own(pool.state.users, claims.sub ?? '');
  if (user === undefined) throw userNotFound();
  const signIn = own(pool.state.signIns, String(claims.event_id));
  if (signIn === undefined || signIn.revoked) throw notAuthorized('Access Token has been revoked');
  if (!user.enabled) throw notAuthorized('User is disabled.');
  if (!String(claims.scope).split(' ').includes(selfServiceScope)) {
    throw notAuthorized('Access Token does not have required scopes');
  }
  return { pool, client, user };
}

/** By the last part of the issuer: its address may be another one since a restart, the pool and its key are not. */
function poolNamedIn(context: Context, accessToken: string): Pool | undefined {
  try {
    return context.pools.get(decodeJwt(accessToken).iss?.split('/').at(-1) ?? '');
  } catch {
    return undefined;
  }
}

async function verify(context: Context, pool: Pool, accessToken: string): Promise<JWTPayload> {
  try {
    const currentDate = new Date(context.now());
    return (await jwtVerify(accessToken, pool.key.verify, { algorithms: ['RS256'], currentDate })).payload;
  } catch (error) {
    throw notAuthorized(error instanceof errors.JWTExpired ? 'Access Token has expired' : 'Invalid Access Token');
  }
}
