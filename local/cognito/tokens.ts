import { randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { ClaimChanges, TokenChanges } from './claims.ts';
import type { Audience, Context } from './context.ts';
import type { SignIn, User } from './store.ts';

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** Claims that are the pool's alone: a trigger that names them is not heard. */
const reserved = new Set(
  `acr amr at_hash aud auth_time azp client_id cognito:username device_key event_id exp iat identities iss jti nbf nonce
  origin_jti sub token_use username version`.split(/\s+/),
);

function apply(base: JWTPayload, changes: ClaimChanges): JWTPayload {
  const added = Object.entries(changes.add).filter(([name]) => !reserved.has(name));
  const kept = Object.entries({ ...base, ...Object.fromEntries(added) });
  return Object.fromEntries(kept.filter(([name]) => reserved.has(name) || !changes.suppress.includes(name)));
}

/** Signs the access and ID token of a sign-in. */
export async function signTokens(
  context: Context,
  { pool, client }: Audience,
  user: User,
  signIn: SignIn,
  changes: TokenChanges,
): Promise<{
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly ExpiresIn: number;
  TokenType: 'Bearer';
}> {
  const now = seconds(context.now());
  const common = {
    sub: user.sub,
    iss: pool.issuer,
    event_id: signIn.id,
    auth_time: seconds(signIn.signedInAt),
    iat: now,
    ...(client.enableTokenRevocation && { origin_jti: signIn.originJti }),
  };
  const access = {
    ...common,
    client_id: client.id,
    token_use: 'access',
    scope: changes.scopes.join(' '),
    exp: now + client.accessTokenValidity,
    jti: randomUUID(),
    username: user.sub,
  };
  const id = {
    ...readable(client.readAttributes, user.attributes),
    ...common,
    aud: client.id,
    'cognito:username': user.sub,
    token_use: 'id',
    exp: now + client.idTokenValidity,
    jti: randomUUID(),
  };
  const sign = (payload: JWTPayload) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: pool.key.id }).sign(pool.key.sign);
  return {
    AccessToken: await sign(apply(access, changes.access)),
    IdToken: await sign(apply(id, changes.id)),
    ExpiresIn: client.accessTokenValidity,
    TokenType: 'Bearer',
  };
}

/** Attributes that a client may read, the two flags as JSON has them. */
function readable(allowed: readonly string[] | undefined, attributes: Readonly<Record<string, string>>): JWTPayload {
  const shown = Object.entries(attributes).filter(([name]) => allowed?.includes(name) ?? true);
  return Object.fromEntries(
    shown.map(([name, value]) => [name, name.endsWith('_verified') ? value === 'true' : value]),
  );
}
