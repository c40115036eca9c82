import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { readAssembly } from '../../../local/assembly/read.ts';
import { createResolver } from '../../../local/assembly/resolve.ts';
import { readApis } from '../../../local/bindings/apis.ts';
import { readBuses, readRules, readSchedules } from '../../../local/bindings/events.ts';
import { readFunctions } from '../../../local/bindings/functions.ts';
import { readMappings } from '../../../local/bindings/mappings.ts';
import { readPools } from '../../../local/bindings/pools.ts';
import { readQueues } from '../../../local/bindings/queues.ts';
import { readSecrets } from '../../../local/bindings/secrets.ts';
import { readTables } from '../../../local/bindings/tables.ts';

const folder = fileURLToPath(new URL('../fixtures/assembly', import.meta.url));
const queueUrl = (name: string) => `http://queues/${name}`;
const resolver = createResolver(readAssembly(folder, { stage: 'dev' }), { queueUrl });

test('a function runs with the template’s variables and Lambda’s own; Python handlers of the CDK are left out', async () => {
  const functions = readFunctions(
    resolver,
    () => ({ endpoints: { SQS: 'http://queues' }, stripe: 'http://payments' }),
    async (text) => text.replace(/.*resolve.*/, 'secret'),
  );
  expect(functions.map(({ name }) => name)).toEqual(['dev-echo']);
  expect(await functions[0]?.environment()).toMatchObject({
    AWS_REGION: 'eu-central-1',
    AWS_LAMBDA_FUNCTION_NAME: 'dev-echo',
    AWS_ENDPOINT_URL_SQS: 'http://queues',
    STRIPE_API_ORIGIN: 'http://payments',
    MAIL_QUEUE_URL: 'http://queues/dev-mail',
    SECRET: 'secret',
  });
});

test('tables, queues and secrets are those of the templates', () => {
  expect(readTables(resolver)).toEqual([
    expect.objectContaining({ TableName: 'dev-table', StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }),
  ]);
  expect(readQueues(resolver)).toEqual([
    expect.objectContaining({ name: 'dev-Data-Dead', visibilityTimeoutSeconds: 30 }),
    expect.objectContaining({
      name: 'dev-mail',
      visibilityTimeoutSeconds: 60,
      redrive: { deadLetterQueueName: 'dev-Data-Dead', maxReceiveCount: 5 },
    }),
  ]);
  expect(readSecrets(resolver)).toEqual([
    {
      arn: expect.stringContaining(':secret:dev-origin-'),
      name: 'dev-origin',
      generate: { PasswordLength: 48 },
    },
  ]);
});

test('streams and queues feed their functions in batches', () => {
  expect(readMappings(resolver)).toEqual([
    {
      kind: 'stream',
      functionName: 'dev-echo',
      tableName: 'dev-table',
      batchSize: 10,
      batchWindowSeconds: 0,
      reportBatchItemFailures: true,
      filters: ['{"eventName":["INSERT"]}'],
      maximumRetryAttempts: 3,
      bisectBatchOnFunctionError: true,
      onFailureQueueName: 'dev-Data-Dead',
    },
    {
      kind: 'queue',
      functionName: 'dev-echo',
      queueName: 'dev-mail',
      batchSize: 5,
      batchWindowSeconds: 0,
      reportBatchItemFailures: true,
      maximumConcurrency: 2,
    },
  ]);
});

test('a rule puts events on a queue; a schedule calls a function with the function’s own retries', () => {
  expect(readBuses(resolver)).toEqual(['dev-bus']);
  expect(readRules(resolver, queueUrl)).toEqual([
    {
      name: 'dev-Api-OnEvents',
      busName: 'dev-bus',
      pattern: { source: ['salon'] },
      targets: [
        {
          id: 'Target0',
          kind: 'queue',
          queueUrl: 'http://queues/dev-mail',
          deadLetterQueueUrl: 'http://queues/dev-Data-Dead',
          retry: { maximumRetryAttempts: 7, maximumEventAgeInSeconds: 3600 },
        },
      ],
    },
  ]);
  expect(readSchedules(resolver, queueUrl)).toEqual([
    {
      name: 'dev-hourly',
      kind: 'rule',
      expression: 'rate(1 hour)',
      functionName: 'dev-echo',
      retry: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 21_600 },
      deadLetterQueueUrl: 'http://queues/dev-Data-Dead',
    },
  ]);
});

test('a user pool keeps its policy, its triggers and its clients’ validities', () => {
  expect(readPools(resolver)).toEqual([
    expect.objectContaining({
      name: 'dev-members',
      usernameCaseSensitive: false,
      adminCreateUserOnly: true,
      passwordPolicy: expect.objectContaining({ minimumLength: 12, requireSymbols: false }),
      triggers: { DefineAuthChallenge: 'dev-echo' },
      clients: [
        expect.objectContaining({
          accessTokenValidity: 600,
          idTokenValidity: 3600,
          refreshTokenValidity: 30 * 86_400,
          preventUserExistenceErrors: true,
          enableTokenRevocation: true,
        }),
      ],
    }),
  ]);
});

test('an API has its routes with their authorizers and limits', () => {
  const [api] = readApis(resolver, (poolId) => `http://pools/${poolId}`);
  expect(api?.limits).toEqual({ rate: 500, burst: 1000 });
  expect(
    api?.routes.map(({ pattern, authorizerId, scopes }) => [pattern.routeKey, authorizerId !== undefined, scopes]),
  ).toEqual([
    ['GET /api/{business}/members/{memberId}', true, ['aws.cognito.signin.user.admin']],
    ['POST /api/{business}/public/sign-in', false, []],
  ]);
  const [authorizer] = [...(api?.authorizers.values() ?? [])];
  expect(authorizer?.issuer()).toMatch(/^http:\/\/pools\/eu-central-1_/);
});
