import { join } from 'node:path';
import type { Resolver } from './assembly/resolve.ts';
import { readBuckets } from './bindings/buckets.ts';
import { readFunctions } from './bindings/functions.ts';
import { readFeedback, readSenders } from './bindings/mail.ts';
import { readStripeSecretId } from './bindings/payments.ts';
import { readPools } from './bindings/pools.ts';
import { readQueues } from './bindings/queues.ts';
import { readSecrets } from './bindings/secrets.ts';
import { readTables } from './bindings/tables.ts';
import type { Closing } from './closing.ts';
import { type LocalCognito, startCognito } from './cognito/start.ts';
import { createTables, startDynamoDb } from './dynamodb/start.ts';
import { type Lambda, startLambda } from './lambda/start.ts';
import { type LocalMail, startMail } from './mail/start.ts';
import { startObjects } from './objects/start.ts';
import type { LocalClock, LocalService } from './ports.ts';
import type { Place } from './protocol/place.ts';
import { type Queues, startQueues } from './queues/start.ts';
import { startSecrets } from './secrets/start.ts';
import { type StripeSimulator, startStripeSimulator } from './stripe/start.ts';
import { createStripeSecret } from './stripe-secret.ts';

/** Tells somebody what is being started and how long it took. */
export type Step = <T>(name: string, start: () => Promise<T>) => Promise<T>;

export interface ServiceOptions {
  readonly resolver: Resolver;
  readonly place: Place;
  readonly clock: LocalClock;
  /** Of the viewer's side, which pages are loaded from. */
  readonly port: number;
  /** Where data survives a restart; memory only when absent. */
  readonly dataFolder: string | undefined;
  readonly closing: Closing;
  readonly step: Step;
}

/** What keeps data or runs code by itself. What moves data between them is in `flows.ts`. */
export interface Services {
  readonly dynamoDb: LocalService;
  readonly queues: Queues;
  readonly mail: LocalMail;
  readonly objects: LocalService;
  readonly secrets: LocalService;
  readonly cognito: LocalCognito;
  readonly lambda: Lambda;
  readonly stripe: StripeSimulator;
  /** Functions read it when they start; the event bus adds itself. */
  readonly endpoints: Record<string, string>;
}

function inFolder(folder: string | undefined, name: string): { dataFolder?: string } {
  return folder === undefined ? {} : { dataFolder: join(folder, name) };
}

function asFile(folder: string | undefined, name: string): { dataFile?: string } {
  return folder === undefined ? {} : { dataFile: join(folder, name) };
}

/** Starts everything that keeps data, side by side, then the functions and the user pools, which call each other. */
export async function startServices(
  options: ServiceOptions,
  reveal: (text: string) => Promise<string>,
): Promise<Services> {
  const { resolver, place, clock, dataFolder, closing, step } = options;
  const [dynamoDb, queues, mail, objects, secrets] = await Promise.all([
    step('DynamoDB', async () => {
      const service = closing.add(await startDynamoDb(inFolder(dataFolder, 'dynamodb')));
      await createTables(service.endpoint, readTables(resolver));
      return service;
    }),
    step('SQS', async () =>
      closing.add(await startQueues({ queues: readQueues(resolver), place, clock, ...inFolder(dataFolder, 'queues') })),
    ),
    step('SES', async () =>
      closing.add(
        await startMail({
          clock,
          place,
          ...readSenders(resolver),
          feedback: readFeedback(resolver),
          ...asFile(dataFolder, 'mail.json'),
        }),
      ),
    ),
    step('S3', async () =>
      closing.add(
        await startObjects({ buckets: readBuckets(resolver, options.port), ...inFolder(dataFolder, 'objects') }),
      ),
    ),
    step('Secrets Manager', async () =>
      closing.add(await startSecrets({ secrets: readSecrets(resolver), ...asFile(dataFolder, 'secrets.json') })),
    ),
  ]);
  const stripe = await step('Stripe', async () => {
    const keys = closing.add(createStripeSecret(readStripeSecretId(resolver), secrets.endpoint));
    return closing.add(
      await startStripeSimulator({
        clock,
        secret: keys.read,
        // Through the CDN, as from the internet: the API answers to nobody else.
        webhookUrl: () => `http://localhost:${options.port}/api/webhooks/stripe`,
        ...asFile(dataFolder, 'stripe.json'),
      }),
    );
  });
  const endpoints: Record<string, string> = {
    DYNAMODB: dynamoDb.endpoint,
    SQS: queues.endpoint,
    SES: mail.endpoint,
    S3: objects.endpoint,
    SECRETS_MANAGER: secrets.endpoint,
  };
  const lambda = await step('Lambda', async () =>
    closing.add(
      await startLambda(
        readFunctions(resolver, () => ({ endpoints, stripe: stripe.endpoint }), reveal),
        clock,
      ),
    ),
  );
  endpoints.LAMBDA = lambda.endpoint;
  const cognito = await step('Cognito', async () =>
    closing.add(
      await startCognito({
        region: place.region,
        pools: readPools(resolver),
        invoker: lambda,
        ...asFile(dataFolder, 'cognito.json'),
      }),
    ),
  );
  endpoints.COGNITO_IDENTITY_PROVIDER = cognito.endpoint;
  return { dynamoDb, queues, mail, objects, secrets, cognito, lambda, stripe, endpoints };
}
