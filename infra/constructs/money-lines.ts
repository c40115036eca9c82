import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { SettledStage } from '../stages.ts';

const metricName = 'MoneyNeedsALook';
const namespaceOf = (stage: SettledStage): string => `Regulars/${stage.name}`;

/**
 * Counts the error lines of a function that handles money: what it could not settle by itself, such as an event of an
 * unknown account, two payments for one attempt or a difference in the books. Not counted is what comes back by itself
 * or has another alarm: a failed message of a queue, and a request whose person got an error.
 */
export function countMoneyLines(logGroup: ILogGroup, stage: SettledStage): void {
  new MetricFilter(logGroup, 'MoneyLines', {
    logGroup,
    filterPattern: FilterPattern.literal(
      '{ ($.level = "error") && (($.outcome NOT EXISTS) || ($.outcome != "failed")) && ($.message != "request") }',
    ),
    metricNamespace: namespaceOf(stage),
    metricName,
    metricValue: '1',
  });
}

/** Those lines of all functions of the stage. */
export const moneyLines = (stage: SettledStage): Metric =>
  new Metric({ namespace: namespaceOf(stage), metricName, period: Duration.minutes(5), statistic: 'Sum' });
