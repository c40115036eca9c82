import { arn, digest, lower, named, type Read, upper } from './names.ts';
import type { Placed } from './template.ts';

/** What CloudFormation would answer for `Ref` and `Fn::GetAtt` of one resource. */
export interface Physical {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Describe = (placed: Placed, read: Read, queueUrl: (name: string) => string) => Physical;

function functionArn(placed: Placed, read: Read): string {
  const name = String(read('FunctionName'));
  return name.startsWith('arn:') ? name : arn(placed, 'lambda', `function:${name}`);
}

const table: Describe = (placed, read) => {
  const ref = named(placed, read, 'TableName', 255);
  const Arn = arn(placed, 'dynamodb', `table/${ref}`);
  return { ref, attributes: { Arn, StreamArn: `${Arn}/stream/2026-01-01T00:00:00.000`, TableId: ref } };
};

const withId =
  (attribute: string, alphabet = upper, length = 14): Describe =>
  (placed) => {
    const ref = digest(placed, alphabet, length);
    return { ref, attributes: { [attribute]: ref } };
  };

/** Resource types whose names reach running code. Everything else gets the generic description below. */
const described: Record<string, Describe> = {
  'AWS::Lambda::Function': (placed, read) => {
    const ref = named(placed, read, 'FunctionName');
    return { ref, attributes: { Arn: arn(placed, 'lambda', `function:${ref}`) } };
  },
  'AWS::Lambda::Version': (placed, read) => {
    const ref = `${functionArn(placed, read)}:1`;
    return { ref, attributes: { Version: '1', FunctionArn: ref } };
  },
  'AWS::Lambda::Alias': (placed, read) => {
    const ref = `${functionArn(placed, read)}:${String(read('Name'))}`;
    return { ref, attributes: { AliasArn: ref } };
  },
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SQS::Queue': (placed, read, queueUrl) => {
    const isFifo = read('FifoQueue') === true;
    const name = named(placed, read, 'QueueName', 75);
    const QueueName = isFifo && !name.endsWith('.fifo') ? `${name}.fifo` : name;
    return {
      // A getter: the address is known only after the queue service listens, names are needed before.
      get ref() {
        return queueUrl(QueueName);
      },
      attributes: {
        Arn: arn(placed, 'sqs', QueueName),
        QueueName,
        get QueueUrl() {
          return queueUrl(QueueName);
        },
      },
    };
  },
  'AWS::SNS::Topic': (placed, read) => {
    const TopicName = named(placed, read, 'TopicName', 255);
    const ref = arn(placed, 'sns', TopicName);
    return { ref, attributes: { TopicArn: ref, TopicName } };
  },
  'AWS::Events::EventBus': (placed, read) => {
    const ref = named(placed, read, 'Name', 255);
    return { ref, attributes: { Arn: arn(placed, 'events', `event-bus/${ref}`), Name: ref } };
  },
  'AWS::Events::Rule': (placed, read) => {
    const ref = named(placed, read, 'Name');
    return { ref, attributes: { Arn: arn(placed, 'events', `rule/${ref}`) } };
  },
  'AWS::Scheduler::Schedule': (placed, read) => {
    const ref = named(placed, read, 'Name');
    return { ref, attributes: { Arn: arn(placed, 'scheduler', `schedule/default/${ref}`) } };
  },
  'AWS::Cognito::UserPool': (placed) => {
    const ref = `${placed.stack.region}_${digest(placed, lower, 9)}`;
    const ProviderName = `cognito-idp.${placed.stack.region}.amazonaws.com/${ref}`;
    const Arn = arn(placed, 'cognito-idp', `userpool/${ref}`);
    return { ref, attributes: { Arn, ProviderName, ProviderURL: `https://${ProviderName}`, UserPoolId: ref } };
  },
  'AWS::Cognito::UserPoolClient': (placed, read) => {
    const ref = digest(placed, lower, 26);
    return { ref, attributes: { ClientId: ref, Name: named(placed, read, 'ClientName', 128) } };
  },
  'AWS::ApiGatewayV2::Api': (placed) => {
    const ref = digest(placed, lower, 10);
    return {
      ref,
      attributes: { ApiId: ref, ApiEndpoint: `https://${ref}.execute-api.${placed.stack.region}.amazonaws.com` },
    };
  },
  'AWS::ApiGatewayV2::Stage': (_, read) => ({ ref: String(read('StageName')), attributes: {} }),
  'AWS::ApiGatewayV2::Integration': withId('IntegrationId', lower, 7),
  'AWS::ApiGatewayV2::Authorizer': withId('AuthorizerId', lower, 6),
  'AWS::ApiGatewayV2::Route': withId('RouteId', lower, 7),
  'AWS::S3::Bucket': (placed, read) => {
    const ref = named(placed, read, 'BucketName', 63).toLowerCase();
    return {
      ref,
      attributes: {
        Arn: `arn:aws:s3:::${ref}`,
        DomainName: `${ref}.s3.amazonaws.com`,
        RegionalDomainName: `${ref}.s3.${placed.stack.region}.amazonaws.com`,
      },
    };
  },
  'AWS::CloudFront::Distribution': (placed) => {
    const ref = digest(placed, upper, 14);
    return { ref, attributes: { Id: ref, DomainName: `d${ref.toLowerCase()}.cloudfront.net` } };
  },
  'AWS::CloudFront::Function': (placed, read) => {
    const ref = arn(placed, 'cloudfront', `function/${named(placed, read, 'Name')}`, { global: true });
    return { ref, attributes: { FunctionARN: ref } };
  },
  'AWS::CloudFront::CachePolicy': withId('Id', lower, 32),
  'AWS::CloudFront::OriginRequestPolicy': withId('Id', lower, 32),
  'AWS::CloudFront::ResponseHeadersPolicy': withId('Id', lower, 32),
  'AWS::CloudFront::OriginAccessControl': withId('Id'),
  'AWS::SecretsManager::Secret': (placed, read) => {
    const name = named(placed, read, 'Name', 255);
    const ref = arn(placed, 'secretsmanager', `secret:${name}-${digest(placed, lower, 6)}`);
    return { ref, attributes: { Id: ref } };
  },
  'AWS::SecretsManager::SecretTargetAttachment': (_, read) => ({ ref: String(read('SecretId')), attributes: {} }),
  'AWS::SSM::Parameter': (placed, read) => ({
    ref: named(placed, read, 'Name', 255),
    attributes: { Value: String(read('Value')), Type: String(read('Type')) },
  }),
  'AWS::KMS::Key': (placed) => {
    const ref = digest(placed, '0123456789abcdef', 32);
    return { ref, attributes: { KeyId: ref, Arn: arn(placed, 'kms', `key/${ref}`) } };
  },
  'AWS::IAM::Role': (placed, read) => {
    const ref = named(placed, read, 'RoleName');
    return { ref, attributes: { Arn: arn(placed, 'iam', `role/${ref}`, { global: true }), RoleId: ref } };
  },
  'AWS::SES::EmailIdentity': (_, read) => {
    // Records for the domain's zone, which has no local effect.
    const tokens = [1, 2, 3].flatMap((n) => [`DkimDNSTokenName${n}`, `DkimDNSTokenValue${n}`]);
    const attributes = Object.fromEntries(tokens.map((name) => [name, `local-${name}`]));
    return { ref: String(read('EmailIdentity')), attributes };
  },
  'AWS::SES::ConfigurationSet': (placed, read) => ({ ref: named(placed, read, 'Name'), attributes: {} }),
  'AWS::CertificateManager::Certificate': (placed) => {
    const ref = arn(placed, 'acm', `certificate/${digest(placed, '0123456789abcdef', 32)}`);
    return { ref, attributes: {} };
  },
};

const nameProperties = [
  'Name',
  'LogGroupName',
  'AlarmName',
  'DashboardName',
  'BackupVaultName',
  'PolicyName',
  'AliasName',
];

// Resources without a local effect are named so that a policy or an alarm that mentions them still resolves.
const generic: Describe = (placed, read) => {
  const property = nameProperties.find((candidate) => typeof read(candidate) === 'string');
  const ref = named(placed, read, property ?? 'Name');
  const service = (placed.resource.Type.split('::')[1] ?? 'local').toLowerCase();
  return { ref, attributes: { Arn: arn(placed, service, ref) } };
};

/**
 * Names one resource as CloudFormation would, deterministically, so that a restart finds the same names.
 *
 * @param queueUrl gives the address of a local queue; called only when a queue's `Ref` is read.
 */
export function describePhysical(placed: Placed, read: Read, queueUrl: (name: string) => string): Physical {
  return (described[placed.resource.Type] ?? generic)(placed, read, queueUrl);
}

/** True when attributes of this type are known exactly; an attribute of any other type is only a placeholder. */
export function isDescribed(type: string): boolean {
  return type in described;
}
