import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { countCall } from './wire-log.ts';

/** Milliseconds for a call with its retries: less than the shortest Lambda timeout, the 5 s of Cognito's triggers. */
const callDeadline = 4_000;

/**
 * A client that gives up early. The SDK is the only layer that repeats a request: it sends the same ClientRequestToken
 * again, so a transaction whose answer was lost is not done twice.
 */
export const dynamoClient = () =>
  new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });

/** The options of one call. */
export const withDeadline = () => ({ abortSignal: AbortSignal.timeout(callDeadline) });

/** A client that speaks plain values and counts each of its requests, retries included, in the wire log. */
export function documentClient(client: DynamoDBClient): DynamoDBDocumentClient {
  client.middlewareStack.add(
    (next, context) => (args) => {
      countCall(String(context.commandName).replace(/Command$/, ''));
      return next(args);
    },
    // Inside the SDK's retries, so that each of them counts.
    { step: 'finalizeRequest', name: 'countCall', override: true },
  );
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
