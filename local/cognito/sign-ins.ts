import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Audience, Context, Pool } from './context.ts';
import { own, type SignIn, type User } from './store.ts';

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Records a new sign-in and answers it with the refresh token, which is kept only as a hash. */
export function startSignIn(
  context: Context,
  { pool, client }: Audience,
  user: User,
): { readonly signIn: SignIn; readonly refreshToken: string } {
  const secret = randomBytes(48).toString('base64url');
  const signedInAt = context.now();
  const signIn: SignIn = {
    id: randomUUID(),
    originJti: randomUUID(),
    sub: user.sub,
    clientId: client.id,
    signedInAt,
    refreshTokenHash: hashOf(secret).toString('base64url'),
    refreshTokenExpiresAt: signedInAt + client.refreshTokenValidity * 1000,
    revoked: false,
  };
  pool.state.signIns[signIn.id] = signIn;
  context.changed();
  return { signIn, refreshToken: `${signIn.id}.${secret}` };
}

/** The sign-in that a refresh token belongs to, whatever its state. */
export function signInOf(pool: Pool, refreshToken: string): SignIn | undefined {
  const [id = '', secret = ''] = refreshToken.split('.');
  const signIn = own(pool.state.signIns, id);
  const matches = signIn && timingSafeEqual(Buffer.from(signIn.refreshTokenHash, 'base64url'), hashOf(secret));
  return matches ? signIn : undefined;
}

/** Ends every sign-in of a person. */
export function revokeAll(context: Context, pool: Pool, sub: string): void {
  for (const signIn of Object.values(pool.state.signIns)) if (signIn.sub === sub) signIn.revoked = true;
  context.changed();
}
