import { join } from 'node:path';
import { readBuses, readRules, readSchedules } from './bindings/events.ts';
import { readMappings } from './bindings/mappings.ts';
import { readTables } from './bindings/tables.ts';
import { startStreamMapping } from './dynamodb/stream-mapping.ts';
import { startTtlSweeper } from './dynamodb/ttl.ts';
import { type EventBridge, startEventBridge } from './events/bus.ts';
import { startSchedules } from './events/schedules.ts';
import { startQueueMapping } from './queues/mapping.ts';
import type { ServiceOptions, Services } from './services.ts';

/** What carries data from one service to the next. */
export interface Flows {
  readonly bus: EventBridge;
  /** Resolves when no stream, queue, event, schedule, webhook or function has anything left to do. */
  idle(): Promise<void>;
}

/** Starts the event bus, the batches from streams and queues, the schedules and the time-to-live sweeper. */
export async function startFlows(options: ServiceOptions, services: Services): Promise<Flows> {
  const { resolver, place, clock, dataFolder, closing, step } = options;
  const { dynamoDb, queues, lambda, mail, stripe, endpoints } = services;
  const ports = { invoker: lambda, queues: queues.send, clock, place };

  const bus = await step('EventBridge', async () =>
    closing.add(
      await startEventBridge({ buses: readBuses(resolver), rules: readRules(resolver, queues.urlOf), ...ports }),
    ),
  );
  endpoints.EVENTBRIDGE = bus.endpoint;
  mail.reportTo(bus.announce);

  const mappings = await step('Streams and queues', () =>
    Promise.all(
      readMappings(resolver).map(async (source) => {
        if (source.kind === 'queue') {
          const { queueName, ...rest } = source;
          return closing.add(
            startQueueMapping({
              ...rest,
              endpoint: queues.endpoint,
              queueUrl: queues.urlOf(queueName),
              invoker: lambda,
              place,
            }),
          );
        }
        const { onFailureQueueName, bisectBatchOnFunctionError, ...rest } = source;
        return closing.add(
          await startStreamMapping({
            ...rest,
            bisect: bisectBatchOnFunctionError,
            endpoint: dynamoDb.endpoint,
            invoker: lambda,
            place,
            ...(onFailureQueueName === undefined ? {} : { onFailureQueueUrl: queues.urlOf(onFailureQueueName) }),
            ...(dataFolder === undefined
              ? {}
              : { checkpointFile: join(dataFolder, 'streams', `${source.functionName}.json`) }),
          }),
        );
      }),
    ),
  );
  const schedules = closing.add(startSchedules({ schedules: readSchedules(resolver, queues.urlOf), ...ports }));
  closing.add(startTtlSweeper({ endpoint: dynamoDb.endpoint, tables: readTables(resolver), clock }));

  return {
    bus,
    async idle() {
      // Whatever ran may have put something in front of a part that was asked already: go round until nothing ran.
      for (let before = -1; before !== lambda.calls(); ) {
        before = lambda.calls();
        await schedules.idle();
        for (const mapping of mappings) await mapping.idle();
        await bus.idle();
        await stripe.idle();
        await lambda.idle();
      }
    },
  };
}
