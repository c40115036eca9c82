import * as z from 'zod/mini';
import type { Audience, Context } from './context.ts';
import type { TriggerName } from './definition.ts';
import { CognitoFailure, invalidParameter } from './failure.ts';
import type { User } from './store.ts';

/** The trigger sources of the events that the emulator sends. */
export type TriggerSource =
  | 'DefineAuthChallenge_Authentication'
  | 'CreateAuthChallenge_Authentication'
  | 'VerifyAuthChallengeResponse_Authentication'
  | TokenTriggerSource;

export type TokenTriggerSource =
  | 'TokenGeneration_Authentication'
  | 'TokenGeneration_NewPasswordChallenge'
  | 'TokenGeneration_RefreshTokens';

export interface TriggerEvent {
  readonly version: '1' | '2';
  readonly source: TriggerSource;
  readonly username: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
}

const returnedEvent = z.object({ response: z.unknown() });

/** Attributes as triggers see them. */
export const triggerAttributes = (user: User | undefined): Record<string, string> =>
  user === undefined ? {} : { sub: user.sub, 'cognito:user_status': user.status, ...user.attributes };

const triggerOf = (source: TriggerSource): TriggerName =>
  source.startsWith('TokenGeneration')
    ? 'PreTokenGeneration'
    : (source.slice(0, source.indexOf('_')) as Exclude<TriggerName, 'PreTokenGeneration'>);

/**
 * Runs a trigger and reads the `response` of the event that it gives back.
 * @throws {CognitoFailure} InvalidParameterException when the pool has no such trigger, UserLambdaValidationException
 * when it fails, InvalidLambdaResponseException when its answer is not of the shape.
 */
export async function runTrigger<Schema extends z.ZodMiniType>(
  context: Context,
  { pool, client }: Audience,
  { version, source, username, request, response }: TriggerEvent,
  schema: Schema,
): Promise<z.output<Schema>> {
  const name = triggerOf(source);
  const functionName = pool.definition.triggers[name];
  if (functionName === undefined) {
    throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.');
  }
  const result = await context.invoker.invoke(functionName, {
    version,
    region: context.region,
    userPoolId: pool.definition.id,
    userName: username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: client.id },
    triggerSource: source,
    request,
    response,
  });
  if (!result.ok) {
    const message = result.errorMessage.replace(/\.$/, '');
    throw new CognitoFailure('UserLambdaValidationException', `${name} failed with error ${message}.`);
  }
  const returned = returnedEvent.safeParse(result.payload);
  const answer = returned.success ? schema.safeParse(returned.data.response) : undefined;
  if (!answer?.success) throw unrecognizableOutput();
  return answer.data;
}

export const unrecognizableOutput = (): CognitoFailure =>
  new CognitoFailure('InvalidLambdaResponseException', 'Unrecognizable lambda output');
