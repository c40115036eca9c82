import { describe, expect, test } from '@jest/globals';
import type { FunctionSpec } from '../../infra/functions.ts';
import { functionSpecs, workFunctions } from '../../infra/functions.ts';
import type { Need } from '../../shared/contract/operation.ts';
import type { Resource } from './assembly.ts';
import { sharedAssembly } from './shared-assembly.ts';

const assembly = sharedAssembly('prod-eu');
const ours = (name: string) => `regulars-prod-eu-${name}`;
const arnOf = (name: string) => `arn of ${ours(name)}`;

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

const functions = assembly.all('AWS::Lambda::Function').filter(({ Properties }) => Properties.FunctionName);
const policies = assembly.all('AWS::IAM::Policy');

const functionOf = ({ name }: FunctionSpec): Resource => {
  const found = functions.find(({ Properties }) => Properties.FunctionName === ours(name));
  if (!found) throw new Error(`no function ${name}`);
  return found;
};

const roleOf = ({ Properties }: Resource): string => Properties.Role['Fn::GetAtt'][0];

/** What a function may do, as lines of `action on resource`. */
function permissionsOf(spec: FunctionSpec): string[] {
  const { stack, ...resource } = functionOf(spec);
  const role = roleOf({ stack, ...resource });
  const lines = policies
    .filter(
      (policy) => policy.stack === stack && policy.Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role),
    )
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[])
    .flatMap(({ Action, Resource: on, Condition }) =>
      list(Action).flatMap((action) =>
        list(on).map(
          (one) => `${action} on ${assembly.text(stack, one)}${Condition ? ` if ${JSON.stringify(Condition)}` : ''}`,
        ),
      ),
    );
  return [...new Set(lines)].sort();
}

const on = (actions: string[], ...resources: string[]) =>
  actions.flatMap((action) => resources.map((resource) => `${action} on ${resource}`));
const keyFor = (service: string, ...actions: string[]) =>
  actions.map(
    (action) =>
      `kms:${action} on arn of <Key961B73FD> if {"StringEquals":{"kms:ViaService":"${service}.eu-central-1.amazonaws.com"}}`,
  );
const signIn = ['cognito-idp:AdminInitiateAuth', 'cognito-idp:AdminRespondToAuthChallenge'];
const administer = [
  'CreateUser',
  'DisableUser',
  'EnableUser',
  'GetUser',
  'SetUserPassword',
  'UpdateUserAttributes',
  'UserGlobalSignOut',
].map((action) => `cognito-idp:Admin${action}`);
const objects = (bucket: string) => `arn:<AWS::Partition>:s3:::${ours(bucket)}-<AWS::AccountId>/${bucket}/*`;
const send = (queue: string) => [
  ...on(['sqs:SendMessage'], arnOf(queue)),
  ...keyFor('sqs', 'Decrypt', 'GenerateDataKey'),
];
const mailFrom = ' if {"StringEquals":{"ses:FromAddress":"no-reply@eu.regulars.example"}}';

/** Written down a second time on purpose: a wider grant must be asked for here too. */
const expected: Readonly<Record<Need, string[]>> = {
  'table:read': [
    ...on(
      ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
      arnOf('table'),
      `${arnOf('table')}/index/due`,
    ),
    ...keyFor('dynamodb', 'Decrypt'),
  ],
  'table:write': [
    ...on(['dynamodb:ConditionCheckItem', 'dynamodb:PutItem'], arnOf('table')),
    ...keyFor('dynamodb', 'Decrypt', 'Encrypt', 'GenerateDataKey'),
  ],
  'members-pool:sign-in': on(signIn, arnOf('members')),
  'members-pool:administer': on(administer, arnOf('members')),
  'staff-pool:sign-in': on(signIn, arnOf('staff')),
  'staff-pool:administer': on(administer, arnOf('staff')),
  'documents:read': [...on(['s3:GetObject'], objects('documents')), ...keyFor('s3', 'Decrypt')],
  'documents:write': [...on(['s3:PutObject'], objects('documents')), ...keyFor('s3', 'Decrypt', 'GenerateDataKey')],
  'media:read': on(['s3:GetObject'], objects('media')),
  'media:write': on(['s3:PutObject'], objects('media')),
  'mail:send': [
    `ses:SendRawEmail on arn:aws:ses:eu-central-1:<AWS::AccountId>:identity/eu.regulars.example${mailFrom}`,
    `ses:SendRawEmail on arn:aws:ses:eu-central-1:<AWS::AccountId>:configuration-set/${ours('mail')}${mailFrom}`,
  ],
  'bus:publish': on(['events:PutEvents'], arnOf('bus')),
  'expiry-queue:send': send('credit-expiry'),
  'billing-queue:send': send('billing'),
  'provider-events-queue:send': send('provider-events'),
  'mail-queue:send': send('mail'),
  'payments:use': [...on(['secretsmanager:GetSecretValue'], ours('stripe')), ...keyFor('secretsmanager', 'Decrypt')],
  'origin-secret:read': [
    ...on(['secretsmanager:GetSecretValue'], ours('origin')),
    ...keyFor('secretsmanager', 'Decrypt'),
  ],
};

/** What Lambda itself needs to call this function for its trigger. */
function expectedOfTrigger({ name }: FunctionSpec): string[] {
  const trigger = workFunctions.find(({ spec }) => spec.name === name)?.work.trigger;
  switch (trigger?.kind) {
    case 'schedule':
      return send(`${name}-dead-letters`);
    case 'announcements':
      return [
        ...on(
          ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
          `streamarn of ${ours('table')}`,
        ),
        ...keyFor('dynamodb', 'Decrypt'),
        ...send(`${name}-dead-letters`),
      ];
    case 'queue':
    case 'events':
    case 'mail-feedback':
      return [
        ...on(
          ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
          arnOf(trigger.queue),
        ),
        ...keyFor('sqs', 'Decrypt'),
      ];
    default:
      return [];
  }
}

const always = ({ name }: FunctionSpec) => [
  ...on(['logs:CreateLogStream', 'logs:PutLogEvents'], `arn of /regulars/prod-eu/${name}`),
  ...on(['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], '*'),
];

describe('what a function may do', () => {
  test.each(functionSpecs)('$name may do what its needs say, no more and no less', (spec) => {
    const wanted = [...spec.needs.flatMap((need) => expected[need]), ...expectedOfTrigger(spec), ...always(spec)];
    expect(permissionsOf(spec)).toEqual([...new Set(wanted)].sort());
  });

  // A queue's address in the wrong variable would send renewals to the mails.
  test('each queue’s variable holds the address of that queue', () => {
    const queues: Readonly<Record<string, string>> = {
      EXPIRY_QUEUE_URL: ours('credit-expiry'),
      BILLING_QUEUE_URL: ours('billing'),
      PROVIDER_EVENTS_QUEUE_URL: ours('provider-events'),
      MAIL_QUEUE_URL: ours('mail'),
    };
    const told = functions.flatMap(({ stack, Properties }) =>
      Object.entries(Properties.Environment.Variables).flatMap(([name, value]) =>
        name.endsWith('_QUEUE_URL') ? [[name, assembly.text(stack, value)] as const] : [],
      ),
    );
    expect(new Set(told.map(([name]) => name))).toEqual(new Set(Object.keys(queues)));
    for (const [name, queue] of told) expect([name, queue]).toEqual([name, queues[name]]);
  });

  test('every function of the contract is there, and no other of ours', () => {
    const names = functions.map(({ Properties }) => Properties.FunctionName).sort();
    expect(names).toEqual(functionSpecs.map(({ name }) => ours(name)).sort());
  });

  test('every function has a role of its own', () => {
    const roles = functions.map((resource) => `${resource.stack} ${roleOf(resource)}`);
    expect(new Set(roles).size).toBe(functions.length);
  });

  test('no role has a managed policy, except AWS Backup’s and the one of CDK’s site publisher', () => {
    const managed = assembly.all('AWS::IAM::Role').filter(({ Properties }) => Properties.ManagedPolicyArns);
    expect(managed.map(({ id }) => id.replace(/[0-9A-F]{8,}.*/, '')).sort()).toEqual([
      'BackupsRole',
      'CustomCDKBucketDeployment',
    ]);
  });

  test('no action and no resource is a wildcard, except the traces’ resource and the folders of two buckets', () => {
    const statements = policies
      .filter(({ id }) => !id.startsWith('CustomCDKBucketDeployment'))
      .flatMap(({ stack, Properties }) =>
        (Properties.PolicyDocument.Statement as Statement[]).map(({ Action, Resource: resources }) => ({
          actions: list(Action),
          resources: list(resources).map((resource) => assembly.text(stack, resource)),
        })),
      );
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
    const wide = statements.flatMap(({ resources }) => resources).filter((resource) => resource.includes('*'));
    expect([...new Set(wide)].sort()).toEqual(['*', objects('documents'), objects('media')].sort());
    const everywhere = statements.filter(({ resources }) => resources.includes('*'));
    expect([...new Set(everywhere.flatMap(({ actions }) => actions))].sort()).toEqual([
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  test('nothing that the product stores can be scanned, updated in place or deleted by a function', () => {
    const actions = functionSpecs.flatMap(permissionsOf).map((line) => line.split(' on ')[0]);
    for (const never of ['dynamodb:Scan', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 's3:DeleteObject']) {
      expect(actions).not.toContain(never);
    }
  });
});

describe('what a function is told', () => {
  const variablesOf: Readonly<Record<Need, string[]>> = {
    'table:read': ['TABLE_NAME'],
    'table:write': ['TABLE_NAME'],
    'members-pool:sign-in': ['MEMBERS_POOL_ID', 'MEMBERS_CLIENT_ID'],
    'members-pool:administer': ['MEMBERS_POOL_ID', 'MEMBERS_CLIENT_ID'],
    'staff-pool:sign-in': ['STAFF_POOL_ID', 'STAFF_CLIENT_ID'],
    'staff-pool:administer': ['STAFF_POOL_ID', 'STAFF_CLIENT_ID'],
    'documents:read': ['DOCUMENTS_BUCKET'],
    'documents:write': ['DOCUMENTS_BUCKET'],
    'media:read': ['MEDIA_BUCKET'],
    'media:write': ['MEDIA_BUCKET'],
    'mail:send': ['MAIL_SENDER', 'MAIL_CONFIGURATION_SET'],
    'bus:publish': ['BUS_NAME'],
    'expiry-queue:send': ['EXPIRY_QUEUE_URL'],
    'billing-queue:send': ['BILLING_QUEUE_URL'],
    'provider-events-queue:send': ['PROVIDER_EVENTS_QUEUE_URL'],
    'mail-queue:send': ['MAIL_QUEUE_URL'],
    'payments:use': ['STRIPE_SECRET_ID'],
    'origin-secret:read': ['ORIGIN_SECRET_ID'],
  };

  test.each(functionSpecs)('$name knows where its needs are and nothing else', (spec) => {
    const { Variables } = functionOf(spec).Properties.Environment;
    const wanted = new Set([
      'STAGE',
      'SITE_ORIGIN',
      'NODE_OPTIONS',
      ...spec.needs.flatMap((need) => variablesOf[need]),
    ]);
    expect(Object.keys(Variables).sort()).toEqual([...wanted].sort());
  });

  test('no variable holds a secret or a reference that would put one there', () => {
    const texts = functions.flatMap(({ stack, Properties }) =>
      Object.values(Properties.Environment.Variables).map((value) => assembly.text(stack, value)),
    );
    expect(texts.filter((text) => /resolve:|secretstring|password|BEGIN|sk_|AKIA/i.test(text))).toEqual([]);
  });

  test('every function runs Node 24 on arm64, writes JSON logs kept for a year with our key, and is traced', () => {
    for (const { Properties, stack } of functions) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        LoggingConfig: { LogFormat: 'JSON' },
        TracingConfig: { Mode: 'Active' },
      });
      const logGroup = assembly
        .all('AWS::Logs::LogGroup')
        .find((group) => group.stack === stack && group.id === Properties.LoggingConfig.LogGroup.Ref);
      expect(logGroup?.Properties.RetentionInDays).toBeGreaterThanOrEqual(365);
      expect(logGroup?.Properties.KmsKeyId).toBeDefined();
    }
  });
});
