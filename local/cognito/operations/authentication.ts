import { tokenChanges } from '../claims.ts';
import type { Audience, Context } from '../context.ts';
import { startSignIn } from '../sign-ins.ts';
import type { User } from '../store.ts';
import { signTokens } from '../tokens.ts';
import type { TokenTriggerSource } from '../triggers.ts';

/** Signs a person in: a new sign-in with its three tokens. */
export async function authenticate(
  context: Context,
  audience: Audience,
  user: User,
  source: TokenTriggerSource,
  clientMetadata?: Readonly<Record<string, string>>,
): Promise<object> {
  const changes = await tokenChanges(context, audience, user, source, clientMetadata);
  const { signIn, refreshToken } = startSignIn(context, audience, user);
  const tokens = await signTokens(context, audience, user, signIn, changes);
  return { ChallengeParameters: {}, AuthenticationResult: { ...tokens, RefreshToken: refreshToken } };
}
