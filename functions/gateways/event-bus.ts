import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { DomainEvent } from '../../shared/domain/events.ts';
import { clientBehaviour, withDeadline } from './calls.ts';

export interface EventBus {
  /**
   * Publishes up to 10 events. Answers in their order with the bus's reason for each that it did not take.
   * Throws when the bus does not answer; some may have been taken then, so consumers must bear an event twice.
   */
  publish(events: readonly DomainEvent[]): Promise<readonly (string | undefined)[]>;
}

/** The source that the bus's rules match. */
export const eventSource = 'regulars';

/** A bus of EventBridge. */
export const eventBus = (busName: string, client = new EventBridgeClient(clientBehaviour)): EventBus => ({
  async publish(events) {
    const Entries = events.map((event) => ({
      EventBusName: busName,
      Source: eventSource,
      DetailType: event.type,
      Time: new Date(event.at),
      Detail: JSON.stringify(event),
    }));
    const answer = await client.send(new PutEventsCommand({ Entries }), withDeadline());
    if (!answer.FailedEntryCount) return events.map(() => undefined);
    return events.map((_, position) => {
      const entry = answer.Entries?.[position];
      return entry?.EventId === undefined ? (entry?.ErrorCode ?? 'NoAnswer') : undefined;
    });
  },
});
