import type { Resolver } from '../assembly/resolve.ts';
import { nameOfArn, numberOr, record } from '../assembly/values.ts';
import type { QueueDefinition } from '../queues/start.ts';

/** The queues of the assembly with their redrive to a dead-letter queue. */
export function readQueues(resolver: Resolver): QueueDefinition[] {
  return resolver.resources('AWS::SQS::Queue').map((placed) => {
    const properties = resolver.properties(placed);
    const name = String(resolver.attributeOf(placed, 'QueueName'));
    const redrive = record(properties.RedrivePolicy);
    return {
      name,
      fifo: properties.FifoQueue === true,
      contentBasedDeduplication: properties.ContentBasedDeduplication === true,
      visibilityTimeoutSeconds: numberOr(properties.VisibilityTimeout, 30),
      delaySeconds: numberOr(properties.DelaySeconds, 0),
      ...(redrive.deadLetterTargetArn === undefined
        ? {}
        : {
            redrive: {
              deadLetterQueueName: nameOfArn(String(redrive.deadLetterTargetArn)),
              maxReceiveCount: numberOr(redrive.maxReceiveCount, 10),
            },
          }),
    };
  });
}
