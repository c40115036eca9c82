import * as z from 'zod/mini';
import { changeAttributes, parseAttributes } from '../attributes.ts';
import type { Challenge } from '../challenges.ts';
import { type Audience, audienceByClient, audienceInPool, type Context } from '../context.ts';
import { incorrectCredentials, invalidParameter, notAuthorized, notEmulated } from '../failure.ts';
import * as parameter from '../parameters.ts';
import { enforcePolicy, hashPassword } from '../passwords.ts';
import { own } from '../store.ts';
import { authenticate } from './authentication.ts';
import { answerCustomChallenge } from './custom-auth.ts';
import { operation, required } from './operation.ts';

type Entries = Readonly<Record<string, string>>;

const request = z.object({
  ClientId: parameter.clientId,
  ChallengeName: z.string(),
  ChallengeResponses: z.optional(parameter.stringMap),
  Session: z.optional(parameter.session),
  ClientMetadata: parameter.clientMetadata,
});

type Request = z.infer<typeof request>;

export const respondToAuthChallenge = operation({
  signed: false,
  parameters: request,
  run: (context, answer) => respond(context, audienceByClient(context, answer.ClientId), answer),
});

export const adminRespondToAuthChallenge = operation({
  signed: true,
  parameters: z.extend(request, { UserPoolId: parameter.userPoolId }),
  run: (context, answer) => respond(context, audienceInPool(context, answer.UserPoolId, answer.ClientId), answer),
});

function respond(context: Context, audience: Audience, request: Request): Promise<object> {
  const { ChallengeName, ChallengeResponses = {}, Session, ClientMetadata } = request;
  if (!['NEW_PASSWORD_REQUIRED', 'CUSTOM_CHALLENGE'].includes(ChallengeName)) {
    throw notEmulated(`the challenge ${ChallengeName}.`);
  }
  const username = required(ChallengeResponses, 'USERNAME');
  if (Session === undefined) throw invalidParameter('Missing required parameter Session');
  const challenge = context.challenges.read(Session);
  const { definition } = audience.pool;
  const asked =
    challenge.name === ChallengeName &&
    challenge.username === username &&
    challenge.clientId === audience.client.id &&
    challenge.poolId === definition.id;
  if (!asked) throw notAuthorized('Invalid session for the user.');

  if (challenge.name === 'NEW_PASSWORD_REQUIRED') {
    // Before the session is used: a person whose choice breaks the policy may choose again.
    enforcePolicy(definition.passwordPolicy, required(ChallengeResponses, 'NEW_PASSWORD'));
    context.challenges.use(Session);
    return takeNewPassword(context, audience, challenge, ChallengeResponses, ClientMetadata);
  }
  const answer = required(ChallengeResponses, 'ANSWER');
  context.challenges.use(Session);
  return answerCustomChallenge(context, audience, challenge, answer, ClientMetadata);
}

const attributePrefix = 'userAttributes.';

async function takeNewPassword(
  context: Context,
  audience: Audience,
  challenge: Challenge,
  entries: Entries,
  clientMetadata: Entries | undefined,
): Promise<object> {
  const user = own(audience.pool.state.users, challenge.sub ?? '');
  if (user === undefined) throw incorrectCredentials();
  if (!user.enabled) throw notAuthorized('User is disabled.');
  const given = Object.entries(entries)
    .filter(([name]) => name.startsWith(attributePrefix))
    .map(([name, Value]) => ({ Name: name.slice(attributePrefix.length), Value }));
  for (const { Name } of given) {
    if (Name === 'email') throw notAuthorized('Cannot modify an already provided email');
    if (Name.endsWith('_verified')) throw notAuthorized(`A client attempted to write unauthorized attribute ${Name}`);
  }
  const attributes = changeAttributes(user.attributes, parseAttributes(audience.pool.definition, given));
  const passwordHash = await hashPassword(required(entries, 'NEW_PASSWORD'));
  Object.assign(user, {
    attributes,
    passwordHash,
    status: 'CONFIRMED',
    temporaryPasswordUntil: undefined,
    modifiedAt: context.now(),
  });
  context.changed();
  return authenticate(context, audience, user, 'TokenGeneration_NewPasswordChallenge', clientMetadata);
}
