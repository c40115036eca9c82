import type {
  CreateAuthChallengeTriggerEvent,
  DefineAuthChallengeTriggerEvent,
  VerifyAuthChallengeResponseTriggerEvent,
} from 'aws-lambda';
import { now } from '../runtime/clock.ts';
import { env } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import type { Table } from '../store/table.ts';
import { isLinkOf, nextStep } from './link-challenge.ts';

export type ChallengeEvent =
  | DefineAuthChallengeTriggerEvent
  | CreateAuthChallengeTriggerEvent
  | VerifyAuthChallengeResponseTriggerEvent;

/** Fills in the response of one of the three triggers of a sign-in by link. `at` is the instant in milliseconds. */
export async function answerChallenge(table: Table, event: ChallengeEvent, at: number): Promise<ChallengeEvent> {
  switch (event.triggerSource) {
    case 'DefineAuthChallenge_Authentication':
      return { ...event, response: nextStep(event.request.session, event.request.userNotFound !== true) };
    case 'CreateAuthChallenge_Authentication':
      return {
        ...event,
        response: { publicChallengeParameters: {}, privateChallengeParameters: {}, challengeMetadata: 'LINK' },
      };
    case 'VerifyAuthChallengeResponse_Authentication': {
      const answerCorrect = await isLinkOf(table, event.request, at);
      log('info', 'sign-in-link', { outcome: answerCorrect ? 'accepted' : 'refused' });
      return { ...event, response: { answerCorrect } };
    }
    default:
      return event satisfies never;
  }
}

let table: Table | undefined;

/** Lambda entry, called by Cognito. Its events carry no time, so this entry reads the clock. */
export async function handler(event: ChallengeEvent): Promise<ChallengeEvent> {
  table ??= dynamoTable({ tableName: env('TABLE_NAME') });
  return answerChallenge(table, event, now());
}
