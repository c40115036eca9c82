import { AdminInitiateAuthCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import type { System } from '../../support/system.ts';

/** The ID token of a person whose access token is known: signed by the same pool, for the same client. */
export async function idTokenOf(
  { ready }: System,
  accessToken: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<string> {
  const { iss = '', client_id: clientId } = decodeJwt(accessToken);
  const cognito = new CognitoIdentityProviderClient({
    region: 'eu-central-1',
    endpoint: ready.endpoints.COGNITO_IDENTITY_PROVIDER ?? '',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const answer = await cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId: iss.split('/').at(-1),
      ClientId: String(clientId),
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  );
  cognito.destroy();
  const token = answer.AuthenticationResult?.IdToken;
  if (token === undefined) throw new Error(`${email} was not given an ID token`);
  return token;
}
