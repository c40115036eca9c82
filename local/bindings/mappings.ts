import type { Resolver } from '../assembly/resolve.ts';
import { functionNameOf, list, nameOfArn, numberOr, record, records, text, textOrNothing } from '../assembly/values.ts';

interface Mapping {
  readonly functionName: string;
  readonly batchSize: number;
  readonly batchWindowSeconds: number;
  readonly reportBatchItemFailures: boolean;
}

/** `AWS::Lambda::EventSourceMapping` of a queue. */
export interface QueueSource extends Mapping {
  readonly kind: 'queue';
  readonly queueName: string;
  readonly maximumConcurrency?: number;
}

/** `AWS::Lambda::EventSourceMapping` of a table's stream. */
export interface StreamSource extends Mapping {
  readonly kind: 'stream';
  readonly tableName: string;
  readonly filters: readonly string[];
  readonly maximumRetryAttempts: number;
  readonly bisectBatchOnFunctionError: boolean;
  readonly onFailureQueueName?: string;
}

/** What feeds functions in batches. @throws for a source that has no local meaning. */
export function readMappings(resolver: Resolver): (QueueSource | StreamSource)[] {
  return resolver.resources('AWS::Lambda::EventSourceMapping').flatMap((placed): (QueueSource | StreamSource)[] => {
    const properties = resolver.properties(placed);
    if (properties.Enabled === false) return [];
    const source = text(properties.EventSourceArn, `The source of ${placed.logicalId}`);
    const service = source.split(':')[2];
    const common = {
      functionName: functionNameOf(text(properties.FunctionName, `The function of ${placed.logicalId}`)),
      batchWindowSeconds: numberOr(properties.MaximumBatchingWindowInSeconds, 0),
      reportBatchItemFailures: list(properties.FunctionResponseTypes).includes('ReportBatchItemFailures'),
    };
    if (service === 'sqs') {
      const concurrency = record(properties.ScalingConfig).MaximumConcurrency;
      return [
        {
          kind: 'queue',
          ...common,
          queueName: nameOfArn(source),
          batchSize: numberOr(properties.BatchSize, 10),
          ...(concurrency === undefined ? {} : { maximumConcurrency: Number(concurrency) }),
        },
      ];
    }
    if (service !== 'dynamodb') throw new Error(`The source of ${placed.logicalId}, ${source}, has no local meaning.`);
    const failed = textOrNothing(record(record(properties.DestinationConfig).OnFailure).Destination);
    return [
      {
        kind: 'stream',
        ...common,
        tableName: source.split('/')[1] ?? '',
        batchSize: numberOr(properties.BatchSize, 100),
        filters: records(record(properties.FilterCriteria).Filters).map((filter) => String(filter.Pattern)),
        maximumRetryAttempts: numberOr(properties.MaximumRetryAttempts, -1),
        bisectBatchOnFunctionError: properties.BisectBatchOnFunctionError === true,
        ...(failed === undefined ? {} : { onFailureQueueName: nameOfArn(failed) }),
      },
    ];
  });
}
