import type { LocalService } from '../ports.ts';
import { AwsRefusal, awsJson } from '../protocol/aws-json.ts';
import { localPlace } from '../protocol/place.ts';
import { serve } from '../protocol/serve.ts';
import { deliver } from './deliver.ts';
import { compilePattern } from './pattern.ts';
import { envelopeOf, readEntries } from './put-events.ts';
import type {
  DeliveredEvent,
  Delivery,
  DeliveryPorts,
  EventEnvelope,
  EventRule,
  RuleTarget,
  ServiceEvent,
} from './types.ts';

export type {
  DeliveredEvent,
  Delivery,
  EventEnvelope,
  EventRule,
  RetryPolicy,
  RuleTarget,
  SendToQueue,
} from './types.ts';

const remembered = 500;

/** The event bus: `idle` resolves when nothing is being delivered, `recent` lists the last 500 events, newest first. */
export interface EventBridge extends LocalService {
  idle(): Promise<void>;
  recent(): DeliveredEvent[];
  /** Puts an event of AWS itself on the default bus: PutEvents refuses its sources to everybody else. */
  announce(event: ServiceEvent): void;
}

/**
 * Serves PutEvents for the named buses and delivers to the targets of the matching rules. A pattern that AWS would
 * refuse throws InvalidEventPatternException here. `close` waits for deliveries under way.
 */
export async function startEventBridge(
  options: { readonly buses: readonly string[]; readonly rules: readonly EventRule[] } & DeliveryPorts,
): Promise<EventBridge> {
  const place = options.place ?? localPlace;
  const buses = new Set(['default', ...options.buses]);
  const rules = options.rules.map((rule) => ({ ...rule, matches: compilePattern(rule.pattern) }));
  const history: { busName: string; event: EventEnvelope; deliveries: Delivery[] }[] = [];
  const underWay = new Set<Promise<void>>();

  function take(busName: string, event: EventEnvelope): void {
    const record = { busName, event, deliveries: [] as Delivery[] };
    history.unshift(record);
    history.length = Math.min(history.length, remembered);
    for (const rule of rules) {
      if (rule.busName !== busName || !rule.matches(event)) continue;
      for (const target of rule.targets) start(record.deliveries, rule.name, target, event);
    }
  }

  function start(deliveries: Delivery[], rule: string, target: RuleTarget, event: EventEnvelope): void {
    const index = deliveries.push({ rule, target: target.id, outcome: 'delivering', attempts: 0 }) - 1;
    const parcel = { ...target, payload: inputOf(target, event), acceptedAt: options.clock.now() };
    const work = deliver(parcel, options).then((settled) => {
      deliveries[index] = { rule, target: target.id, ...settled };
      underWay.delete(work);
    });
    underWay.add(work);
  }

  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  const service = await serve(
    awsJson({
      putEvents(input) {
        const entries = readEntries(input, options.clock.now(), place);
        for (const entry of entries) if (entry.ok) refuseUnknownBus(entry.busName, buses);
        for (const entry of entries) if (entry.ok) take(entry.busName, entry.event);
        return {
          FailedEntryCount: entries.filter((entry) => !entry.ok).length,
          Entries: entries.map((entry) =>
            entry.ok ? { EventId: entry.event.id } : { ErrorCode: entry.code, ErrorMessage: entry.message },
          ),
        };
      },
    }),
  );
  return {
    endpoint: service.endpoint,
    idle,
    recent: () => structuredClone(history),
    announce: (event) => take('default', envelopeOf(event, options.clock.now(), place)),
    close: async () => {
      await service.close();
      await idle();
    },
  };
}

// AWS itself swallows events for a bus that does not exist. A deployed function never gets that far: its role names
// the one bus it may use, so the call is denied. Locally nothing stands for IAM, hence the denial here.
function refuseUnknownBus(busName: string, buses: ReadonlySet<string>): void {
  if (buses.has(busName)) return;
  throw new AwsRefusal(
    'AccessDeniedException',
    `Not authorized to perform: events:PutEvents on resource: event-bus/${busName}. The stacks declare no such bus.`,
  );
}

function inputOf(target: RuleTarget, event: EventEnvelope): unknown {
  if (target.input !== undefined) return JSON.parse(target.input);
  if (target.inputPath === undefined || target.inputPath === '$') return event;
  const steps = target.inputPath.replace(/^\$\.?/, '').split('.');
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], event);
}
