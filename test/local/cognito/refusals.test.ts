import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  type CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListUsersCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addMember, client, frankClient, members, openPools, type Pools, password, refusalOf, staff } from './pools.ts';

let pools: Pools;
beforeAll(async () => {
  pools = await openPools({ pools: [members, staff] });
  await addMember(pools, 'ana@example.com');
});
afterAll(() => pools.close());

const pool = { UserPoolId: members.id };
const nowhere = { UserPoolId: 'us-east-1_Nowhere' };
const ana = { ...pool, Username: 'ana@example.com' };
const clientOf = { ...pool, ClientId: client.id };
const newPerson = { ...pool, Username: 'bo@example.com', MessageAction: 'SUPPRESS' } as const;
const begin =
  (AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' | 'CUSTOM_AUTH' | 'USER_SRP_AUTH', AuthParameters = {}): Call =>
  (aws) =>
    aws.send(new AdminInitiateAuthCommand({ ...clientOf, AuthFlow, AuthParameters }));
const setPassword =
  (Password: string): Call =>
  (aws) =>
    aws.send(new AdminSetUserPasswordCommand({ ...ana, Password }));
const policy = 'Password did not conform with policy: Password';
const constraint = (place: string) => `1 validation error detected: Value at '${place}' failed to satisfy constraint:`;

type Call = (aws: CognitoIdentityProviderClient) => Promise<unknown>;

test.each<readonly [string, Call, string, string]>([
  [
    'an unknown pool',
    (aws) => aws.send(new AdminGetUserCommand({ ...ana, ...nowhere })),
    'ResourceNotFoundException',
    'User pool us-east-1_Nowhere does not exist.',
  ],
  [
    'an unknown pool in a list',
    (aws) => aws.send(new ListUsersCommand(nowhere)),
    'ResourceNotFoundException',
    'User pool us-east-1_Nowhere does not exist.',
  ],
  [
    'an unknown client',
    (aws) => aws.send(new InitiateAuthCommand({ ClientId: 'nobody', AuthFlow: 'CUSTOM_AUTH' })),
    'ResourceNotFoundException',
    'User pool client nobody does not exist.',
  ],
  [
    'a client of another pool',
    (aws) => aws.send(new AdminInitiateAuthCommand({ ...clientOf, UserPoolId: staff.id, AuthFlow: 'CUSTOM_AUTH' })),
    'ResourceNotFoundException',
    `User pool client ${client.id} does not exist.`,
  ],
  [
    'an unknown person',
    (aws) => aws.send(new AdminGetUserCommand({ ...pool, Username: 'nobody@example.com' })),
    'UserNotFoundException',
    'User does not exist.',
  ],
  [
    'an unknown person where the client hides nothing',
    (aws) =>
      aws.send(
        new AdminInitiateAuthCommand({
          ...pool,
          ClientId: frankClient.id,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: 'nobody@example.com', PASSWORD: password },
        }),
      ),
    'UserNotFoundException',
    'User does not exist.',
  ],
  [
    'signing up',
    (aws) => aws.send(new SignUpCommand({ ClientId: client.id, Username: 'eve@example.com', Password: password })),
    'NotAuthorizedException',
    'SignUp is not permitted for this user pool',
  ],
  [
    'a password flow that the client does not allow',
    (aws) => aws.send(new InitiateAuthCommand({ ClientId: 'staffadmin1', AuthFlow: 'USER_PASSWORD_AUTH' })),
    'InvalidParameterException',
    'USER_PASSWORD_AUTH flow not enabled for this client',
  ],
  [
    'custom authentication that the client does not allow',
    (aws) => aws.send(new InitiateAuthCommand({ ClientId: 'staffadmin1', AuthFlow: 'CUSTOM_AUTH' })),
    'InvalidParameterException',
    'CUSTOM_AUTH is not enabled for the client.',
  ],
  [
    'a refresh that the client does not allow',
    (aws) => aws.send(new InitiateAuthCommand({ ClientId: 'staffadmin1', AuthFlow: 'REFRESH_TOKEN_AUTH' })),
    'InvalidParameterException',
    'REFRESH_TOKEN_AUTH flow not enabled for this client',
  ],
  ['SRP', begin('USER_SRP_AUTH'), 'InvalidParameterException', 'USER_SRP_AUTH is not enabled for the client.'],
  [
    'an administrator’s flow from outside',
    (aws) => aws.send(new InitiateAuthCommand({ ClientId: client.id, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' })),
    'InvalidParameterException',
    'Initiate Auth method not supported.',
  ],
  [
    'a sign-in without a name',
    begin('ADMIN_USER_PASSWORD_AUTH', { PASSWORD: password }),
    'InvalidParameterException',
    'Missing required parameter USERNAME',
  ],
  [
    'a sign-in without a password',
    begin('ADMIN_USER_PASSWORD_AUTH', { USERNAME: 'ana@example.com' }),
    'InvalidParameterException',
    'Missing required parameter PASSWORD',
  ],
  [
    'custom authentication without triggers',
    begin('CUSTOM_AUTH', { USERNAME: 'ana@example.com' }),
    'InvalidParameterException',
    'Custom auth lambda trigger is not configured for the user pool.',
  ],
  [
    'an answer without a session',
    (aws) =>
      aws.send(
        new AdminRespondToAuthChallengeCommand({
          ...clientOf,
          ChallengeName: 'CUSTOM_CHALLENGE',
          ChallengeResponses: { USERNAME: 'x', ANSWER: 'y' },
        }),
      ),
    'InvalidParameterException',
    'Missing required parameter Session',
  ],
  [
    'a name that is no e-mail',
    (aws) => aws.send(new AdminCreateUserCommand({ ...newPerson, Username: 'bo' })),
    'InvalidParameterException',
    'Username should be an email.',
  ],
  [
    'an e-mail that is not the name',
    (aws) =>
      aws.send(
        new AdminCreateUserCommand({ ...newPerson, UserAttributes: [{ Name: 'email', Value: 'cy@example.com' }] }),
      ),
    'InvalidParameterException',
    'User email should be empty or same as username, since username attribute is email',
  ],
  [
    'an attribute outside the schema',
    (aws) =>
      aws.send(new AdminCreateUserCommand({ ...newPerson, UserAttributes: [{ Name: 'custom:salon', Value: 'x' }] })),
    'InvalidParameterException',
    'Attributes did not conform to the schema: custom:salon: Attribute does not exist in the schema.',
  ],
  [
    'a new id',
    (aws) => aws.send(new AdminUpdateUserAttributesCommand({ ...ana, UserAttributes: [{ Name: 'sub', Value: 'x' }] })),
    'InvalidParameterException',
    'user.sub: Attribute cannot be updated.',
  ],
  [
    'an e-mail that is none',
    (aws) =>
      aws.send(new AdminUpdateUserAttributesCommand({ ...ana, UserAttributes: [{ Name: 'email', Value: 'x' }] })),
    'InvalidParameterException',
    'Invalid email address format.',
  ],
  ['a password that is too short', setPassword('Ab1!'), 'InvalidPasswordException', `${policy} not long enough`],
  [
    'a password without capitals',
    setPassword('lavender-7-steam'),
    'InvalidPasswordException',
    `${policy} must have uppercase characters`,
  ],
  [
    'a password without small letters',
    setPassword('LAVENDER-7-STEAM'),
    'InvalidPasswordException',
    `${policy} must have lowercase characters`,
  ],
  [
    'a password without figures',
    setPassword('Lavender-x-steam'),
    'InvalidPasswordException',
    `${policy} must have numeric characters`,
  ],
  [
    'a password without symbols',
    setPassword('Lavender7steam'),
    'InvalidPasswordException',
    `${policy} must have symbol characters`,
  ],
  [
    'a temporary password that breaks the policy',
    (aws) => aws.send(new AdminCreateUserCommand({ ...newPerson, TemporaryPassword: 'short' })),
    'InvalidPasswordException',
    `${policy} not long enough`,
  ],
  [
    'a pool id that is none',
    (aws) => aws.send(new ListUsersCommand({ UserPoolId: 'members' })),
    'InvalidParameterException',
    `${constraint('userPoolId')} Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+`,
  ],
  [
    'a name that is too long',
    (aws) => aws.send(new AdminGetUserCommand({ ...pool, Username: 'x'.repeat(129) })),
    'InvalidParameterException',
    `${constraint('username')} Member must have length less than or equal to 128`,
  ],
  [
    'a page that is too long',
    (aws) => aws.send(new ListUsersCommand({ ...pool, Limit: 61 })),
    'InvalidParameterException',
    `${constraint('limit')} Member must have length less than or equal to 60`,
  ],
  [
    'a session that is too short',
    (aws) =>
      aws.send(
        new AdminRespondToAuthChallengeCommand({ ...clientOf, ChallengeName: 'CUSTOM_CHALLENGE', Session: 'short' }),
      ),
    'InvalidParameterException',
    `${constraint('session')} Member must have length greater than or equal to 20`,
  ],
  [
    'an access token that is none',
    (aws) => aws.send(new GetUserCommand({ AccessToken: 'none' })),
    'NotAuthorizedException',
    'Invalid Access Token',
  ],
  [
    'an invitation by mail',
    (aws) => aws.send(new AdminCreateUserCommand({ ...newPerson, MessageAction: undefined })),
    'NotEmulatedException',
    'The local user pools do not know this: invitation mails. Create people with MessageAction SUPPRESS.',
  ],
  [
    'a filter it does not know',
    (aws) => aws.send(new ListUsersCommand({ ...pool, Filter: 'name ^= "A"' })),
    'NotEmulatedException',
    'The local user pools do not know this: the filter name ^= "A"; use email = "…" or sub = "…".',
  ],
  [
    'an action it does not know',
    (aws) => aws.send(new DescribeUserPoolCommand(pool)),
    'UnknownOperationException',
    'The local user pools do not know the action AWSCognitoIdentityProviderService.DescribeUserPool.',
  ],
])('%s is refused', async (_, call, name, message) => {
  expect(await refusalOf(call(pools.aws))).toEqual([name, message]);
});
