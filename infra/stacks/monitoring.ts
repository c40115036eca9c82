import { Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { Alarms } from '../constructs/alarms.ts';
import type { Deployment, ProductFunction } from '../constructs/function.ts';
import type { WorkQueue } from '../constructs/queue.ts';
import type { Undelivered } from '../constructs/triggers.ts';
import { physicalName } from '../stages.ts';

interface Watched {
  readonly key: IKey;
  readonly table: TableV2;
  readonly api: HttpApi;
  readonly functions: readonly ProductFunction[];
  readonly queues: readonly WorkQueue[];
  readonly undelivered: readonly Undelivered[];
}

/** One page to look at, and alarms that say what people lose. */
export class MonitoringStack extends Stack {
  constructor(scope: Construct, id: string, { stage }: Deployment, watched: Watched, props: StackProps) {
    super(scope, id, props);
    const { functions, queues, undelivered, api, table } = watched;
    const alarms = new Alarms(this, stage, watched.key);
    for (const { spec, lambda } of functions) alarms.onFunction(spec, lambda);
    for (const queue of queues) {
      alarms.onDeadLetters(queue.name, queue.deadLetters, queue.errorImpact);
      alarms.onWaiting(queue.name, queue.queue, queue.errorImpact);
    }
    for (const { name, queue, errorImpact } of undelivered) alarms.onDeadLetters(name, queue, errorImpact);
    alarms.onApi(api);
    alarms.onTable(table);
    alarms.onMailReputation();
    alarms.onMoney();

    const deadLetters = [...queues.map((queue) => queue.deadLetters), ...undelivered.map(({ queue }) => queue)];
    new Dashboard(this, 'Overview', {
      dashboardName: physicalName(stage, 'overview'),
      widgets: [
        [
          graph('Requests and server errors', [api.metricCount(), api.metricServerError()]),
          graph('Answer time, 99 of 100 requests (ms)', [api.metricLatency({ statistic: 'p99' })]),
        ],
        [
          graph(
            'Function errors',
            functions.map(({ lambda }) => lambda.metricErrors()),
          ),
          graph(
            'Function time, 99 of 100 runs (ms)',
            functions.map(({ lambda }) => lambda.metricDuration({ statistic: 'p99' })),
          ),
        ],
        [
          graph(
            'Oldest waiting message (s)',
            queues.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
          ),
          graph(
            'Dead letters',
            deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
          ),
        ],
        [
          graph('Table, consumed units', [
            table.metricConsumedReadCapacityUnits(),
            table.metricConsumedWriteCapacityUnits(),
          ]),
        ],
      ],
    });
  }
}

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 12 });
