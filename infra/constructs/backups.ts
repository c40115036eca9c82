import { Duration, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';
import { removalOf } from './removal.ts';

const policies = ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'];

/**
 * Daily backups for five weeks and monthly ones for a year, in a vault from which nothing can be deleted early:
 * point-in-time recovery repairs mistakes, the vault survives whoever has the account's keys.
 */
export class Backups extends Construct {
  constructor(
    scope: Construct,
    stage: SettledStage,
    key: IKey,
    kept: { readonly table: TableV2; readonly documents: IBucket; readonly media: IBucket },
  ) {
    super(scope, 'Backups');
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: physicalName(stage, 'backups'),
      encryptionKey: key,
      blockRecoveryPointDeletion: stage.retainsData,
      removalPolicy: removalOf(stage),
    });
    const plan = new BackupPlan(this, 'Plan', {
      backupPlanName: physicalName(stage, 'backups'),
      backupVault: vault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'daily',
          scheduleExpression: Schedule.cron({ minute: '30', hour: '3' }),
          deleteAfter: Duration.days(35),
        }),
        new BackupPlanRule({
          ruleName: 'monthly',
          scheduleExpression: Schedule.cron({ minute: '30', hour: '4', day: '1' }),
          deleteAfter: Duration.days(400),
        }),
      ],
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: policies.map((policy) => ManagedPolicy.fromAwsManagedPolicyName(policy)),
    });
    plan.addSelection('Kept', {
      role,
      disableDefaultBackupPolicy: true,
      resources: [
        BackupResource.fromDynamoDbTable(kept.table),
        BackupResource.fromArn(kept.documents.bucketArn),
        BackupResource.fromArn(kept.media.bucketArn),
      ],
    });
    const reason =
      'AWS Backup’s own role: AWS keeps these policies in step with its service, and no code of ours has it.';
    Validations.of(role).acknowledge(
      ...policies.map((policy) => ({
        id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
        reason,
      })),
    );
  }
}
