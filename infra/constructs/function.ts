import { join } from 'node:path';
import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionSpec } from '../functions.ts';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';
import { environmentFor } from './environment.ts';
import { grantsFor } from './grants.ts';
import { countMoneyLines } from './money-lines.ts';
import { removalOf } from './removal.ts';
import type { Available } from './resources.ts';

/** What every stack is given. */
export interface Deployment {
  readonly stage: SettledStage;
  /** Folder with one bundle per function. */
  readonly functionsFolder: string;
  /** Folder with the built faces, `portal` and `admin`. */
  readonly webFolder: string;
}

/**
 * One function of the contract with a role of its own, which may do what its needs say and nothing else, and a log
 * that is kept for a year. Its specification states what people lose while it fails.
 */
export class ProductFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly spec: FunctionSpec;
  private readonly role: Role;

  constructor(scope: Construct, { stage, functionsFolder }: Deployment, spec: FunctionSpec, has: Available) {
    super(scope, spec.name);
    this.spec = spec;
    const functionName = physicalName(stage, spec.name);
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/regulars/${stage.name}/${spec.name}`,
      retention: RetentionDays.THIRTEEN_MONTHS,
      encryptionKey: has.key,
      removalPolicy: removalOf(stage),
    });
    if (spec.needs.includes('payments:use')) countMoneyLines(logGroup, stage);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${functionName} may do`,
    });
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName,
      description: spec.summary,
      code: Code.fromAsset(join(functionsFolder, spec.name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: spec.memoryMegabytes,
      timeout: Duration.seconds(spec.timeoutSeconds),
      environment: environmentFor(stage, spec.needs, has),
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
    });
    this.allow(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
      ...grantsFor(spec.needs, has),
    );
    this.acknowledge(stage);
  }

  allow(...statements: PolicyStatement[]): void {
    for (const statement of statements) this.role.addToPolicy(statement);
  }

  private acknowledge(stage: SettledStage): void {
    Validations.of(this).acknowledge(
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'X-Ray’s PutTraceSegments and PutTelemetryRecords know no resources; every other statement names one.',
      },
      {
        id: 'Serverless-LambdaDLQ',
        reason:
          'Called synchronously, or through a queue or stream with a dead-letter queue of its own; a scheduled function has a failure destination, which also keeps the error.',
      },
    );
    for (const folder of ['documents', 'media']) {
      if (!this.spec.needs.some((need) => need.startsWith(folder))) continue;
      const bucket = `${physicalName(stage, folder)}-<AWS::AccountId>`;
      Validations.of(this).acknowledge({
        id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${bucket}/${folder}/*]`,
        reason: 'The names of the objects are made while the product runs; the folder is the narrowest there is.',
      });
    }
  }
}
