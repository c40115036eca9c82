import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Operation, type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionSpec } from '../functions.ts';
import type { SettledStage } from '../stages.ts';
import { physicalName } from '../stages.ts';
import { moneyLines } from './money-lines.ts';

interface Condition {
  readonly metric: IMetric;
  readonly threshold: number;
  /** How many periods of the last few must be beyond the threshold; one of one unless told. */
  readonly periods?: { readonly beyond: number; readonly of: number };
  /** What people lose. */
  readonly errorImpact: string;
  /** Where the guide says what to do. */
  readonly guide: `docs/operating.md#${string}`;
}

const fiveMinutes = { period: Duration.minutes(5) };
const frontDesk = 'members and the front desk see errors or wait';

/** Alarms of one stage. Each says first what people lose, then where to read on; all go to one topic. */
export class Alarms extends Construct {
  private readonly stage: SettledStage;
  private readonly topic: Topic;

  constructor(scope: Construct, stage: SettledStage, key: IKey) {
    super(scope, 'Alarms');
    this.stage = stage;
    this.topic = new Topic(this, 'Topic', {
      topicName: physicalName(stage, 'alarms'),
      masterKey: key,
      enforceSSL: true,
    });
    if (stage.alarmEmail) this.topic.addSubscription(new EmailSubscription(stage.alarmEmail));
  }

  /** Errors, and calls turned away because too many run at once. */
  onFunction({ name, errorImpact }: FunctionSpec, lambda: IFunction): void {
    const guide = 'docs/operating.md#a-function-fails';
    this.when(`${name}-errors`, { metric: lambda.metricErrors(fiveMinutes), threshold: 1, errorImpact, guide });
    this.when(`${name}-throttles`, { metric: lambda.metricThrottles(fiveMinutes), threshold: 1, errorImpact, guide });
  }

  /** Anything at all that was given up. */
  onDeadLetters(name: string, queue: Queue, errorImpact: string): void {
    const metric = queue.metricApproximateNumberOfMessagesVisible({ ...fiveMinutes, statistic: 'Maximum' });
    this.when(`${name}-dead-letters`, { metric, threshold: 1, errorImpact, guide: 'docs/operating.md#dead-letters' });
  }

  /** Age rather than number: many messages that move are a busy evening. Fifteen minutes. */
  onWaiting(name: string, queue: Queue, errorImpact: string): void {
    const metric = queue.metricApproximateAgeOfOldestMessage({ ...fiveMinutes, statistic: 'Maximum' });
    this.when(`${name}-waiting`, { metric, threshold: 900, errorImpact, guide: 'docs/operating.md#work-waits' });
  }

  /** Server errors, and answers slower than three seconds for one in a hundred. */
  onApi(api: HttpApi): void {
    const guide = 'docs/operating.md#the-api-fails';
    const periods = { beyond: 3, of: 3 };
    this.when('api-errors', {
      metric: api.metricServerError(fiveMinutes),
      threshold: 5,
      errorImpact: frontDesk,
      guide,
    });
    const slow = api.metricLatency({ ...fiveMinutes, statistic: 'p99' });
    this.when('api-slow', { metric: slow, threshold: 3000, periods, errorImpact: frontDesk, guide });
  }

  /** The table refuses or fails requests. */
  onTable(table: TableV2): void {
    const guide = 'docs/operating.md#the-table-refuses-requests';
    const operations = [Operation.GET_ITEM, Operation.QUERY, Operation.PUT_ITEM, Operation.TRANSACT_WRITE_ITEMS];
    const throttled = table.metricThrottledRequestsForOperations({ ...fiveMinutes, operations });
    const failed = table.metricSystemErrorsForOperations({ ...fiveMinutes, operations });
    this.when('table-throttled', { metric: throttled, threshold: 1, errorImpact: frontDesk, guide });
    this.when('table-errors', { metric: failed, threshold: 1, errorImpact: frontDesk, guide });
  }

  /** SES stops an account's mail at 10 % bounces or 0.5 % complaints: warn at half of each. */
  onMailReputation(): void {
    const errorImpact =
      'none yet; at twice this rate AWS stops all mail, and nobody gets an invitation or a password link';
    const guide = 'docs/operating.md#mail-bounces';
    const rate = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'Average' });
    this.when('mail-bounces', { metric: rate('Reputation.BounceRate'), threshold: 0.05, errorImpact, guide });
    this.when('mail-complaints', { metric: rate('Reputation.ComplaintRate'), threshold: 0.001, errorImpact, guide });
  }

  /** What functions could not settle about money by themselves: any such line at all. */
  onMoney(): void {
    this.when('money-needs-a-look', {
      metric: moneyLines(this.stage),
      threshold: 1,
      errorImpact: 'the provider’s books and ours may differ for somebody; nobody is charged again meanwhile',
      guide: 'docs/operating.md#money-needs-a-look',
    });
  }

  private when(name: string, { metric, threshold, periods, errorImpact, guide }: Condition): void {
    const alarm = new Alarm(this, name, {
      alarmName: physicalName(this.stage, name),
      alarmDescription: `What people lose: ${errorImpact}. What to do: ${guide}`,
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods?.of ?? 1,
      datapointsToAlarm: periods?.beyond ?? 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }
}
