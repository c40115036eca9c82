import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Refusal, refuseUnless } from '../../shared/domain/refusal.ts';
import { clientBehaviour, withDeadline } from './calls.ts';
import { administrationRefusal, isNamed, renewalRefusal, signInRefusal } from './cognito-refusals.ts';
import { tokensOf } from './cognito-tokens.ts';
import type { Account, Identity } from './identity.ts';

/** Cognito takes no password that begins or ends with a space. */
const acceptedPassword = /^\S+.*\S+$/;
/** Set from the moment an account is created until it has a password of its own. */
const withoutPassword = 'FORCE_CHANGE_PASSWORD';

/** A user pool of Cognito with the one client that signs in to it. */
export function cognitoIdentity({
  poolId,
  clientId,
  client = new CognitoIdentityProviderClient(clientBehaviour),
}: {
  poolId: string;
  clientId: string;
  client?: CognitoIdentityProviderClient;
}): Identity {
  const pool = { UserPoolId: poolId };
  const signingIn = { UserPoolId: poolId, ClientId: clientId };

  /** Runs calls and says their failures in our words. */
  async function saying<Answer>(refusal: (error: unknown) => unknown, calls: () => Promise<Answer>): Promise<Answer> {
    try {
      return await calls();
    } catch (error) {
      throw refusal(error);
    }
  }

  async function look(email: string): Promise<(Account & { ready: boolean }) | undefined> {
    try {
      const user = await client.send(new AdminGetUserCommand({ ...pool, Username: email }), withDeadline());
      const loginId = user.UserAttributes?.find(({ Name }) => Name === 'sub')?.Value;
      if (loginId === undefined) throw new Error('an account of the pool has no sub');
      return { loginId, email, enabled: user.Enabled ?? false, ready: user.UserStatus !== withoutPassword };
    } catch (error) {
      if (isNamed(error, 'UserNotFoundException')) return undefined;
      throw administrationRefusal(error);
    }
  }

  async function create(email: string): Promise<void> {
    const input = {
      ...pool,
      Username: email,
      // The address received the link, so it is verified; the only mail is our own.
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
      MessageAction: 'SUPPRESS' as const,
    };
    await client.send(new AdminCreateUserCommand(input), withDeadline()).catch((error: unknown) => {
      if (!isNamed(error, 'UsernameExistsException')) throw error;
    });
  }

  return {
    signIn: (email, password) =>
      saying(signInRefusal, async () => {
        const input = {
          ...signingIn,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' as const,
          AuthParameters: { USERNAME: email, PASSWORD: password },
        };
        const answer = await client.send(new AdminInitiateAuthCommand(input), withDeadline());
        const tokens = tokensOf(answer.AuthenticationResult);
        refuseUnless(tokens, 'sign_in_failed');
        return tokens;
      }),

    signInWithLink: (email, token, business) =>
      saying(signInRefusal, async () => {
        const begin = { ...signingIn, AuthFlow: 'CUSTOM_AUTH' as const, AuthParameters: { USERNAME: email } };
        const asked = await client.send(new AdminInitiateAuthCommand(begin), withDeadline());
        refuseUnless(asked.ChallengeName === 'CUSTOM_CHALLENGE' && asked.Session, 'sign_in_failed');
        const answer = {
          ...signingIn,
          ChallengeName: 'CUSTOM_CHALLENGE' as const,
          Session: asked.Session,
          ChallengeResponses: { USERNAME: asked.ChallengeParameters?.USERNAME ?? email, ANSWER: token },
          ClientMetadata: { business },
        };
        const answered = await client.send(new AdminRespondToAuthChallengeCommand(answer), withDeadline());
        const tokens = tokensOf(answered.AuthenticationResult);
        refuseUnless(tokens, 'sign_in_failed');
        return tokens;
      }),

    renew: (refreshToken) =>
      saying(renewalRefusal, async () => {
        const input = {
          ...signingIn,
          AuthFlow: 'REFRESH_TOKEN_AUTH' as const,
          AuthParameters: { REFRESH_TOKEN: refreshToken },
        };
        const answer = await client.send(new AdminInitiateAuthCommand(input), withDeadline());
        const tokens = tokensOf(answer.AuthenticationResult);
        refuseUnless(tokens, 'session_ended');
        return tokens;
      }),

    async revoke(refreshToken) {
      const input = { ClientId: clientId, Token: refreshToken };
      await client.send(new RevokeTokenCommand(input), withDeadline()).catch((error: unknown) => {
        const isOver = ['NotAuthorizedException', 'UnauthorizedException', 'UnsupportedTokenTypeException'];
        // The pattern of a token is checked too: what is not one cannot be a session.
        if (!isNamed(error, ...isOver, 'InvalidParameterException')) throw administrationRefusal(error);
      });
    },

    async find(email) {
      const account = await look(email);
      if (!account?.ready) return undefined;
      const { ready: _, ...found } = account;
      return found;
    },

    setPassword: (email, password) =>
      saying(administrationRefusal, async () => {
        refuseUnless(acceptedPassword.test(password), 'password_too_weak');
        if ((await look(email)) === undefined) await create(email);
        const input = { ...pool, Username: email, Password: password, Permanent: true };
        await client.send(new AdminSetUserPasswordCommand(input), withDeadline());
        const account = await look(email);
        // Deleted by an operator in this very moment.
        if (account === undefined) throw new Refusal('try_again_later');
        const { ready: _, ...found } = account;
        return found;
      }),

    signOutEverywhere: (email) =>
      saying(administrationRefusal, async () => {
        await client.send(new AdminUserGlobalSignOutCommand({ ...pool, Username: email }), withDeadline());
      }),
  };
}
