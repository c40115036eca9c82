import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { JwtIdentity } from './event.ts';
import { type HttpResponse, json } from './message.ts';

export interface JwtAuthorizer {
  /** As the tokens carry it: locally the address of the emulated user pool. */
  issuer(): string;
  readonly audience: readonly string[];
}

export type Authorization = { readonly identity: JwtIdentity } | { readonly refusal: HttpResponse };

function unauthorized(description?: string): { refusal: HttpResponse } {
  const challenge =
    description === undefined
      ? 'Bearer'
      : `Bearer scope="" error="invalid_token" error_description="${description.replaceAll('"', "'")}"`;
  return { refusal: json(401, { message: 'Unauthorized' }, { 'www-authenticate': challenge }) };
}

/** Claims reach a function as text, a list in brackets with spaces. */
function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(String).join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function scopesOf(payload: JWTPayload): string[] {
  const value = payload.scope ?? payload.scp;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(' ') : [];
}

/**
 * Makes API Gateway's check of a bearer token: signature, issuer, audience (`client_id` where a token has no `aud`, as
 * Cognito's access tokens), expiry, and the scopes of the route.
 *
 * @param now milliseconds since 1970; must be the clock of whoever signs the tokens.
 */
export function createJwtCheck(
  { issuer, audience }: JwtAuthorizer,
  now: () => number,
): (header: string | undefined, scopes: readonly string[]) => Promise<Authorization> {
  let keys: Promise<ReturnType<typeof createLocalJWKSet>> | undefined;

  async function fetchKeys() {
    const response = await fetch(`${issuer()}/.well-known/jwks.json`);
    return createLocalJWKSet((await response.json()) as JSONWebKeySet);
  }

  async function verify(token: string): Promise<JWTPayload> {
    keys ??= fetchKeys();
    const options = { issuer: issuer(), currentDate: new Date(now()), requiredClaims: ['exp'] };
    try {
      return (await jwtVerify(token, await keys, options)).payload;
    } catch (error) {
      // A key that is not known yet: the pool was made anew since the keys were read.
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      keys = fetchKeys();
      return (await jwtVerify(token, await keys, options)).payload;
    }
  }

  return async (header, scopes) => {
    const token = header?.replace(/^Bearer\s+/i, '').trim();
    if (token === undefined || token === '') return unauthorized();
    const payload = await verify(token).catch((error: unknown) => {
      if (error instanceof errors.JOSEError) return error.message;
      throw error;
    });
    if (typeof payload === 'string') return unauthorized(payload);

    const names = [payload.aud ?? payload.client_id].flat().map(String);
    if (!names.some((name) => audience.includes(name))) return unauthorized('the audience is not allowed');
    const granted = scopesOf(payload);
    if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
      return { refusal: json(403, { message: 'Forbidden' }) };
    }
    const claims = Object.entries(payload).map(([name, value]) => [name, claimText(value)]);
    return { identity: { claims: Object.fromEntries(claims), scopes: scopes.length > 0 ? [...scopes] : null } };
  };
}
