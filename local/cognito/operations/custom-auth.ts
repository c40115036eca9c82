import * as z from 'zod/mini';
import type { AnsweredChallenge, Challenge } from '../challenges.ts';
import type { Audience, Context } from '../context.ts';
import { incorrectCredentials, notAuthorized, userNotFound } from '../failure.ts';
import { own, type User } from '../store.ts';
import { runTrigger, triggerAttributes, unrecognizableOutput } from '../triggers.ts';
import { findUser, simulatedSub } from '../users.ts';
import { authenticate } from './authentication.ts';

type Metadata = Readonly<Record<string, string>> | undefined;
type CustomChallenge = Extract<Challenge, { name: 'CUSTOM_CHALLENGE' }>;

/** Who is signing in: `user` is absent where nobody has the name and the client hides that. */
interface Person {
  readonly username: string;
  readonly user: User | undefined;
}

const definition = z.object({
  challengeName: z.nullish(z.string()),
  issueTokens: z.nullish(z.boolean()),
  failAuthentication: z.nullish(z.boolean()),
});

const parameters = z.record(z.string(), z.string());

const creation = z.object({
  publicChallengeParameters: z.nullish(parameters),
  privateChallengeParameters: z.nullish(parameters),
  challengeMetadata: z.nullish(z.string()),
});

const verification = z.object({ answerCorrect: z.boolean() });

/** The part of the request that all three triggers share. */
const commonRequest = ({ client }: Audience, { user }: Person, clientMetadata: Metadata) => ({
  userAttributes: triggerAttributes(user),
  ...(client.preventUserExistenceErrors && { userNotFound: user === undefined }),
  ...(clientMetadata && { clientMetadata }),
});

/** @throws {CognitoFailure} as the triggers decide; an unknown person goes through the same rounds as anybody. */
export function startCustomAuth(context: Context, audience: Audience, name: string): Promise<object> {
  const user = findUser(audience.pool, name);
  if (user === undefined && !audience.client.preventUserExistenceErrors) throw userNotFound();
  if (user?.enabled === false) throw notAuthorized('User is disabled.');
  const username = user?.sub ?? simulatedSub(audience.pool, name);
  return proceed(context, audience, { username, user }, [], undefined);
}

/** Has the answer verified, then goes on to the next round, the tokens or the refusal. */
export async function answerCustomChallenge(
  context: Context,
  audience: Audience,
  challenge: CustomChallenge,
  answer: string,
  clientMetadata: Metadata,
): Promise<object> {
  const user = own(audience.pool.state.users, challenge.sub ?? '');
  if (challenge.sub !== undefined && user === undefined) throw incorrectCredentials();
  if (user?.enabled === false) throw notAuthorized('User is disabled.');
  const person = { username: challenge.username, user };
  const { answerCorrect } = await runTrigger(
    context,
    audience,
    {
      version: '1',
      source: 'VerifyAuthChallengeResponse_Authentication',
      username: person.username,
      request: {
        ...commonRequest(audience, person, clientMetadata),
        privateChallengeParameters: challenge.privateChallengeParameters,
        challengeAnswer: answer,
      },
      response: { answerCorrect: null },
    },
    verification,
  );
  const round: AnsweredChallenge = {
    challengeName: 'CUSTOM_CHALLENGE',
    challengeResult: answerCorrect,
    challengeMetadata: challenge.challengeMetadata,
  };
  return proceed(context, audience, person, [...challenge.answered, round], clientMetadata);
}

async function proceed(
  context: Context,
  audience: Audience,
  person: Person,
  session: readonly AnsweredChallenge[],
  clientMetadata: Metadata,
): Promise<object> {
  const decision = await runTrigger(
    context,
    audience,
    {
      version: '1',
      source: 'DefineAuthChallenge_Authentication',
      username: person.username,
      request: { ...commonRequest(audience, person, clientMetadata), session },
      response: { challengeName: null, issueTokens: null, failAuthentication: null },
    },
    definition,
  );
  if (decision.failAuthentication) throw incorrectCredentials();
  if (decision.issueTokens) {
    if (person.user === undefined) throw incorrectCredentials();
    return authenticate(context, audience, person.user, 'TokenGeneration_Authentication', clientMetadata);
  }
  if (decision.challengeName !== 'CUSTOM_CHALLENGE') throw unrecognizableOutput();
  return ask(context, audience, person, session, clientMetadata);
}

async function ask(
  context: Context,
  audience: Audience,
  person: Person,
  session: readonly AnsweredChallenge[],
  clientMetadata: Metadata,
): Promise<object> {
  const challengeName = 'CUSTOM_CHALLENGE';
  const created = await runTrigger(
    context,
    audience,
    {
      version: '1',
      source: 'CreateAuthChallenge_Authentication',
      username: person.username,
      request: { ...commonRequest(audience, person, clientMetadata), challengeName, session },
      response: { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null },
    },
    creation,
  );
  return {
    ChallengeName: challengeName,
    ChallengeParameters: { ...created.publicChallengeParameters, USERNAME: person.username },
    Session: context.challenges.open({
      name: challengeName,
      poolId: audience.pool.definition.id,
      clientId: audience.client.id,
      username: person.username,
      sub: person.user?.sub,
      answered: session,
      privateChallengeParameters: created.privateChallengeParameters ?? {},
      challengeMetadata: created.challengeMetadata ?? null,
    }),
  };
}
