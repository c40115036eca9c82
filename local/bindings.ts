import type { Assembly } from './assembly/template.ts';

/** Resource types that the laptop runs, and the part of the laptop that does. */
export const bound: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'lambda: a pool of worker threads',
  'AWS::Lambda::Version': 'lambda: a version is the function itself, nothing is ever deployed beside it',
  'AWS::Lambda::Alias': 'lambda: an alias is the function itself',
  'AWS::Lambda::EventSourceMapping': 'dynamodb and queues: batches from a stream or a queue',
  'AWS::Lambda::EventInvokeConfig': 'events: retries and failure destination of a function that an event called',
  'AWS::ApiGatewayV2::Api': 'http',
  'AWS::ApiGatewayV2::Stage': 'http: throttling and stage variables',
  'AWS::ApiGatewayV2::Route': 'http',
  'AWS::ApiGatewayV2::Integration': 'http',
  'AWS::ApiGatewayV2::Authorizer': 'http: bearer tokens of the local user pools',
  'AWS::CloudFront::Distribution': 'cdn',
  'AWS::CloudFront::Function': 'cdn: runs in a context of its own',
  'AWS::CloudFront::CachePolicy': 'cdn: what it forwards; the laptop keeps no cache',
  'AWS::CloudFront::OriginRequestPolicy': 'cdn',
  'AWS::CloudFront::ResponseHeadersPolicy': 'cdn',
  'Custom::CDKBucketDeployment': 'cdn: files are served from the folder that would be copied',
  'AWS::Cognito::UserPool': 'cognito',
  'AWS::Cognito::UserPoolClient': 'cognito',
  'AWS::DynamoDB::Table': 'dynamodb',
  'AWS::DynamoDB::GlobalTable': 'dynamodb: the replica of this region',
  'AWS::SQS::Queue': 'queues',
  'AWS::Events::EventBus': 'events',
  'AWS::Events::Rule': 'events: patterns and schedules',
  'AWS::Scheduler::Schedule': 'events: schedules',
  'AWS::S3::Bucket': 'objects, or cdn for a bucket that is only published to',
  'AWS::SecretsManager::Secret': 'secrets',
  'AWS::SSM::Parameter': 'assembly: its value is read from the template',
  'AWS::SES::EmailIdentity': 'mail: the domains that may send; every mail stays in the inbox',
  'AWS::SES::ConfigurationSet': 'mail',
  'AWS::SES::ConfigurationSetEventDestination': 'mail: bounces and complaints, of the mailbox simulator’s addresses',
  'Custom::CrossRegionExportWriter': 'assembly: values for other regions are read where they are written',
  'Custom::CrossRegionExportReader': 'assembly: values of other regions are read where they are written',
};

const permissions =
  'Permissions: no caller on a laptop has another identity. test/infra holds the policies to the contract.';
const observing = 'Watching: nobody is called because a laptop failed. The console shows logs and events instead.';
const names = 'Names and certificates: the laptop answers as *.localhost, over plain HTTP.';
const keeping = 'Keeping: a backup of `.local/` is a copy of the folder.';
const atDeployment = 'Works only while CloudFormation deploys.';

/** Resource types without an effect on a laptop, each with the reason. */
export const withoutLocalEffect: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'Tells AWS which constructs are in use.',
  'AWS::IAM::Role': permissions,
  'AWS::IAM::Policy': permissions,
  'AWS::IAM::ManagedPolicy': permissions,
  'AWS::Lambda::Permission': permissions,
  'AWS::S3::BucketPolicy': permissions,
  'AWS::SQS::QueuePolicy': permissions,
  'AWS::SNS::TopicPolicy': permissions,
  'AWS::Events::EventBusPolicy': permissions,
  'AWS::SecretsManager::ResourcePolicy': permissions,
  'AWS::CloudFront::OriginAccessControl': permissions,
  'AWS::KMS::Key': 'Encryption at rest: the disk of the laptop is its owner’s concern.',
  'AWS::KMS::Alias': 'Encryption at rest: the disk of the laptop is its owner’s concern.',
  'AWS::WAFv2::WebACL': 'Filters strangers from the internet; the laptop listens to itself only.',
  'AWS::WAFv2::WebACLAssociation': 'Filters strangers from the internet; the laptop listens to itself only.',
  'AWS::WAFv2::LoggingConfiguration': observing,
  'AWS::CloudWatch::Alarm': observing,
  'AWS::CloudWatch::CompositeAlarm': observing,
  'AWS::CloudWatch::Dashboard': observing,
  'AWS::Logs::LogGroup': observing,
  'AWS::Logs::MetricFilter': observing,
  'AWS::Logs::QueryDefinition': observing,
  'AWS::Logs::ResourcePolicy': observing,
  'AWS::SNS::Topic': observing,
  'AWS::SNS::Subscription': observing,
  'AWS::Backup::BackupVault': keeping,
  'AWS::Backup::BackupPlan': keeping,
  'AWS::Backup::BackupSelection': keeping,
  'AWS::CertificateManager::Certificate': names,
  'AWS::Route53::RecordSet': names,
  'AWS::Route53::HostedZone': names,
  'AWS::Lambda::LayerVersion':
    'Only CDK’s own deployment handlers use a layer; a function of ours with one is refused at the start.',
  'Custom::S3AutoDeleteObjects': atDeployment,
  'Custom::LogRetention': atDeployment,
  'Custom::AWS': atDeployment,
  'AWS::CloudFormation::CustomResource': atDeployment,
};

/** Resource types of the assembly that are neither bound nor listed with a reason, in alphabetical order. */
export function unboundTypes(assembly: Assembly): string[] {
  const types = assembly.stacks.flatMap(({ template }) =>
    Object.values(template.Resources ?? {}).map(({ Type }) => Type),
  );
  return [...new Set(types)].filter((type) => !(type in bound) && !(type in withoutLocalEffect)).toSorted();
}
