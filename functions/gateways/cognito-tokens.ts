import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod/mini';
import { LoginId } from '../../shared/domain/ids.ts';
import { Email } from '../../shared/domain/text.ts';
import type { Tokens } from './identity.ts';

const Claims = z.object({ sub: LoginId, email: Email });

/**
 * The tokens of an answer with what the ID token says about the person; undefined when Cognito asks for something else
 * first. The ID token is not verified: it came straight from Cognito over TLS and goes no further.
 */
export function tokensOf(result: AuthenticationResultType | undefined): Tokens | undefined {
  if (!result?.AccessToken || !result.IdToken) return undefined;
  const [, payload = ''] = result.IdToken.split('.');
  const claims = Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return {
    accessToken: result.AccessToken,
    expiresInSeconds: result.ExpiresIn ?? 0,
    ...(result.RefreshToken === undefined ? {} : { refreshToken: result.RefreshToken }),
    loginId: claims.sub,
    email: claims.email,
  };
}
