import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { functionSpecs, workFunctions } from '../../infra/functions.ts';
import type { Resource } from './assembly.ts';
import { sharedAssembly } from './shared-assembly.ts';

const assembly = sharedAssembly('prod-eu');
const isKept = ({ DeletionPolicy }: Resource) =>
  DeletionPolicy === 'Retain' || DeletionPolicy === 'RetainExceptOnCreate';

describe('what must not be lost', () => {
  test('the table can be taken back to any second of five weeks, and cannot be deleted by mistake', () => {
    const [table] = assembly.all('AWS::DynamoDB::GlobalTable');
    expect(table?.Properties.Replicas).toEqual([
      expect.objectContaining({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        SSESpecification: { KMSMasterKeyId: expect.anything() },
      }),
    ]);
    expect(table && isKept(table)).toBe(true);
  });

  test.each([
    'AWS::KMS::Key',
    'AWS::S3::Bucket',
    'AWS::Cognito::UserPool',
    'AWS::Backup::BackupVault',
    'AWS::SQS::Queue',
  ])('every %s stays when its stack goes', (type) => {
    const resources = assembly.all(type);
    expect(resources).not.toEqual([]);
    expect(resources.filter((resource) => !isKept(resource)).map(({ id }) => id)).toEqual([]);
  });

  test('the key is renewed every year, and pools cannot be deleted by mistake', () => {
    expect(assembly.all('AWS::KMS::Key').map(({ Properties }) => Properties.EnableKeyRotation)).toEqual([true]);
    expect(assembly.all('AWS::Cognito::UserPool').map(({ Properties }) => Properties.DeletionProtection)).toEqual([
      'ACTIVE',
      'ACTIVE',
    ]);
  });

  test('every bucket is closed to the public, every kept one has versions, documents have our key', () => {
    const buckets = assembly.all('AWS::S3::Bucket');
    for (const { Properties } of buckets) {
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
    const kept = buckets.filter(({ id }) => !id.startsWith('AccessLog'));
    expect(kept.map(({ Properties }) => Properties.VersioningConfiguration)).toEqual(
      kept.map(() => ({ Status: 'Enabled' })),
    );
    const documents = buckets.find(({ id }) => id.startsWith('Documents'));
    expect(
      documents?.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault,
    ).toMatchObject({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: expect.anything() });
  });

  test('every bucket and queue refuses what does not come over TLS', () => {
    const isRefused = ({ Properties }: Resource) =>
      Properties.PolicyDocument.Statement.some(
        (statement: { Effect: string; Condition?: { Bool?: Record<string, string> } }) =>
          statement.Effect === 'Deny' && statement.Condition?.Bool?.['aws:SecureTransport'] === 'false',
      );
    for (const [type, policy] of [
      ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
      ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'],
    ] as const) {
      expect(assembly.all(policy).filter(isRefused)).toHaveLength(assembly.all(type).length);
    }
  });
});

describe('secrets', () => {
  const secret = (name: string) =>
    assembly.all('AWS::SecretsManager::Secret').find(({ Properties }) => Properties.Name === name);

  test('the keys to Stripe have the right shape before there are any, and stay when the stack goes', () => {
    const stripe = secret('regulars-prod-eu-stripe');
    const { SecretStringTemplate, GenerateStringKey } = stripe?.Properties.GenerateSecretString ?? {};
    expect(JSON.parse(SecretStringTemplate)).toEqual({ apiKey: 'not-connected-yet' });
    expect(GenerateStringKey).toBe('webhookSecret');
    expect(stripe && isKept(stripe)).toBe(true);
  });

  test('every secret is encrypted with our key', () => {
    const secrets = assembly.all('AWS::SecretsManager::Secret');
    expect(secrets).toHaveLength(2);
    for (const { Properties } of secrets) expect(Properties.KmsKeyId).toBeDefined();
  });
});

describe('work that fails', () => {
  const queues = assembly.all('AWS::SQS::Queue');
  const name = ({ Properties }: Resource): string => Properties.QueueName;
  const deadLetters = queues.filter((queue) => name(queue).endsWith('-dead-letters'));
  const alarmed = new Set(
    assembly
      .all('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties.MetricName === 'ApproximateNumberOfMessagesVisible')
      .flatMap(({ stack, Properties }) =>
        Properties.Dimensions.map(({ Value }: { Value: unknown }) =>
          assembly.text(stack, Value).replace('queuename of ', ''),
        ),
      ),
  );

  test('every queue is encrypted with our key and has a dead-letter queue or is one', () => {
    for (const queue of queues) expect(queue.Properties.KmsMasterKeyId).toBeDefined();
    for (const queue of queues.filter((one) => !deadLetters.includes(one))) {
      expect(queue.Properties.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
      expect(assembly.text(queue.stack, queue.Properties.RedrivePolicy.deadLetterTargetArn)).toBe(
        `arn of ${name(queue)}-dead-letters`,
      );
    }
  });

  test('every dead-letter queue keeps its messages two weeks and has an alarm', () => {
    expect(deadLetters.map((queue) => queue.Properties.MessageRetentionPeriod)).toEqual(
      deadLetters.map(() => 14 * 24 * 3600),
    );
    expect([...alarmed].sort()).toEqual(deadLetters.map(name).sort());
  });

  test('every target of a rule says how long it is tried and where it goes then', () => {
    const targets = assembly.all('AWS::Events::Rule').flatMap(({ Properties }) => Properties.Targets);
    expect(targets).not.toEqual([]);
    for (const target of targets) {
      expect(target).toMatchObject({
        RetryPolicy: { MaximumRetryAttempts: expect.any(Number), MaximumEventAgeInSeconds: expect.any(Number) },
        DeadLetterConfig: { Arn: expect.anything() },
      });
    }
  });

  test('every schedule of the contract is there at its rate, and what a run cannot do is kept', () => {
    const rates = assembly.all('AWS::Events::Rule').flatMap(({ Properties }) => Properties.ScheduleExpression ?? []);
    const declared = workFunctions.flatMap(({ work: { trigger } }) =>
      trigger.kind === 'schedule' ? [trigger.rate] : [],
    );
    expect(rates.sort()).toEqual(declared.sort());
    const failures = assembly.all('AWS::Lambda::EventInvokeConfig');
    expect(failures).toHaveLength(declared.length);
    for (const { Properties } of failures) expect(Properties.DestinationConfig.OnFailure.Destination).toBeDefined();
  });

  test('of a batch, only what failed is tried again', () => {
    const mappings = assembly.all('AWS::Lambda::EventSourceMapping');
    const declared = workFunctions.filter(
      ({ work: { trigger } }) => 'queue' in trigger || trigger.kind === 'announcements',
    );
    expect(mappings).toHaveLength(declared.length);
    for (const { Properties } of mappings)
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  // 25 requests a second at one address of the provider, of which renewals take 80 % (goals: P12).
  test('no more renewals are charged at once than the payment provider takes', () => {
    const concurrencyOf = (queue: string) =>
      assembly
        .all('AWS::Lambda::EventSourceMapping')
        .filter(({ stack, Properties }) => assembly.text(stack, Properties.EventSourceArn) === `arn of ${queue}`)
        .map(({ Properties }) => [Properties.BatchSize, Properties.ScalingConfig.MaximumConcurrency]);
    expect(concurrencyOf('regulars-prod-eu-billing')).toEqual([[10, 2]]);
    expect(concurrencyOf('regulars-prod-eu-provider-events')).toEqual([[10, 4]]);
    expect(concurrencyOf('regulars-prod-eu-mail')).toEqual([[10, 20]]);
  });

  test('bounces and complaints of this stage’s own mails reach their queue', () => {
    const [destination] = assembly.all('AWS::SES::ConfigurationSetEventDestination');
    expect(destination?.Properties.EventDestination.MatchingEventTypes).toEqual(['bounce', 'complaint']);
    expect(
      assembly.text(
        String(destination?.stack),
        destination?.Properties.EventDestination.EventBridgeDestination.EventBusArn,
      ),
    ).toContain(':event-bus/default');
    const [rule] = assembly
      .all('AWS::Events::Rule')
      .filter(({ Properties }) => Properties.EventPattern?.source?.includes('aws.ses'));
    expect(rule?.Properties.EventBusName).toBe('default');
    const { detail, ...pattern } = rule?.Properties.EventPattern ?? {};
    expect(pattern).toEqual({ source: ['aws.ses'], 'detail-type': ['Email Bounced', 'Email Complaint Received'] });
    // Another stage may live in the same account and hears the same bus.
    expect(assembly.text(String(rule?.stack), detail.mail.tags['ses:configuration-set'][0])).toBe(
      'regulars-prod-eu-mail',
    );
    expect(assembly.text(String(rule?.stack), rule?.Properties.Targets[0].Arn)).toBe(
      'arn of regulars-prod-eu-mail-feedback',
    );
  });

  test('the stream passes on inserted rows that announce an event, and keeps what cannot be published', () => {
    const [stream] = assembly
      .all('AWS::Lambda::EventSourceMapping')
      .filter(({ Properties }) => Properties.StartingPosition !== undefined);
    expect(
      stream?.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
    ).toEqual([{ eventName: ['INSERT'], dynamodb: { NewImage: { announces: { S: [{ exists: true }] } } } }]);
    expect(stream?.Properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
  });

  test('a queue hides a message for six times as long as its consumer may take', () => {
    for (const { work } of workFunctions) {
      if (!('queue' in work.trigger)) continue;
      const queueName = `regulars-prod-eu-${work.trigger.queue}`;
      const queue = queues.find((one) => name(one) === queueName);
      expect(queue?.Properties.VisibilityTimeout).toBe(6 * work.timeoutSeconds);
    }
  });
});

describe('alarms', () => {
  const alarms = assembly.all('AWS::CloudWatch::Alarm');

  test('every alarm says what people lose and where to read what to do, and tells somebody', () => {
    for (const { Properties } of alarms) {
      expect(Properties.AlarmDescription).toMatch(/^What people lose: .+\. What to do: docs\/operating\.md#[a-z-]+$/);
      expect(Properties.AlarmActions).toHaveLength(1);
    }
  });

  test('every alarm’s advice is in the operator’s guide', () => {
    const guide = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
    const headings = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    );
    const named = alarms.map(({ Properties }) => Properties.AlarmDescription.split('docs/operating.md#')[1]);
    expect(headings).toEqual(expect.arrayContaining([...new Set(named)]));
  });

  test('every function’s errors raise an alarm with the function’s own words', () => {
    const descriptions = new Map(alarms.map(({ Properties }) => [Properties.AlarmName, Properties.AlarmDescription]));
    for (const { name, errorImpact } of functionSpecs) {
      expect(descriptions.get(`regulars-prod-eu-${name}-errors`)).toContain(errorImpact);
    }
  });

  // F10: an event of an unknown account is parked, and somebody has to look at it.
  test('whatever a function could not settle about money raises an alarm; what comes back by itself does not', () => {
    const filters = assembly.all('AWS::Logs::MetricFilter');
    const counted = filters.map(({ stack, Properties }) => assembly.text(stack, Properties.LogGroupName)).sort();
    const handling = functionSpecs.filter(({ needs }) => needs.includes('payments:use'));
    expect(counted).toEqual(handling.map(({ name }) => `/regulars/prod-eu/${name}`).sort());
    expect(new Set(filters.map(({ Properties }) => Properties.FilterPattern))).toEqual(
      new Set([
        '{ ($.level = "error") && (($.outcome NOT EXISTS) || ($.outcome != "failed")) && ($.message != "request") }',
      ]),
    );
    const alarm = alarms.find(({ Properties }) => Properties.AlarmName === 'regulars-prod-eu-money-needs-a-look');
    const [{ MetricNamespace, MetricName }] = filters[0]?.Properties.MetricTransformations ?? [{}];
    expect(alarm?.Properties).toMatchObject({ Namespace: MetricNamespace, MetricName, Threshold: 1 });
  });
});
