import type { Resolver } from '../assembly/resolve.ts';
import { functionNameOf, nameOfArn, numberOr, record, records, text, textOrNothing } from '../assembly/values.ts';
import type { EventRule, RetryPolicy, RuleTarget } from '../events/bus.ts';
import type { Schedule } from '../events/schedules.ts';

type QueueUrl = (name: string) => string;

/** How often a delivery is tried again, and where it goes when that does not help. */
interface Delivery {
  readonly retry: RetryPolicy;
  readonly deadLetterQueueUrl?: string;
}

// What EventBridge does when a target says nothing.
function retryOf(policy: unknown): RetryPolicy {
  const { MaximumRetryAttempts, MaximumEventAgeInSeconds } = record(policy);
  return {
    maximumRetryAttempts: numberOr(MaximumRetryAttempts, 185),
    maximumEventAgeInSeconds: numberOr(MaximumEventAgeInSeconds, 86_400),
  };
}

function deliveryOf(retry: RetryPolicy, queueArn: unknown, queueUrl: QueueUrl): Delivery {
  const arn = textOrNothing(queueArn);
  return arn === undefined ? { retry } : { retry, deadLetterQueueUrl: queueUrl(nameOfArn(arn)) };
}

/**
 * A target's own retries and dead-letter queue are about handing over. A function takes every event at once; when it
 * then fails, the retries and the failure destination are those of `AWS::Lambda::EventInvokeConfig` (two retries, no
 * destination, unless told). Here the hand-over cannot fail, so only the latter count for functions.
 */
function functionDelivery(resolver: Resolver, functionName: string, queueUrl: QueueUrl): Delivery {
  const config = resolver
    .resources('AWS::Lambda::EventInvokeConfig')
    .map((placed) => resolver.properties(placed))
    .find((properties) => functionNameOf(String(properties.FunctionName)) === functionName);
  const retry = {
    maximumRetryAttempts: numberOr(config?.MaximumRetryAttempts, 2),
    maximumEventAgeInSeconds: numberOr(config?.MaximumEventAgeInSeconds, 21_600),
  };
  return deliveryOf(retry, record(record(config?.DestinationConfig).OnFailure).Destination, queueUrl);
}

function targetOf(resolver: Resolver, target: Record<string, unknown>, queueUrl: QueueUrl): RuleTarget {
  const arn = text(target.Arn, 'The target of a rule');
  const service = arn.split(':')[2];
  const input = textOrNothing(target.Input);
  const inputPath = textOrNothing(target.InputPath);
  if (target.InputTransformer !== undefined) throw new Error(`InputTransformer for ${arn} is not offered locally.`);
  const common = {
    id: String(target.Id),
    ...(input === undefined ? {} : { input }),
    ...(inputPath === undefined ? {} : { inputPath }),
  };
  if (service === 'lambda') {
    const functionName = functionNameOf(arn);
    return { ...common, ...functionDelivery(resolver, functionName, queueUrl), kind: 'lambda', functionName };
  }
  if (service === 'sqs') {
    const delivery = deliveryOf(retryOf(target.RetryPolicy), record(target.DeadLetterConfig).Arn, queueUrl);
    return { ...common, ...delivery, kind: 'queue', queueUrl: queueUrl(nameOfArn(arn)) };
  }
  throw new Error(`The rule target ${arn} has no local meaning.`);
}

const isEnabled = ({ State }: Record<string, unknown>) => State !== 'DISABLED';

/** Names of the event buses. */
export function readBuses(resolver: Resolver): string[] {
  return resolver.resources('AWS::Events::EventBus').map((placed) => resolver.refOf(placed));
}

/** Rules with an event pattern. */
export function readRules(resolver: Resolver, queueUrl: QueueUrl): EventRule[] {
  return resolver.resources('AWS::Events::Rule').flatMap((placed): EventRule[] => {
    const properties = resolver.properties(placed);
    if (properties.EventPattern === undefined || !isEnabled(properties)) return [];
    return [
      {
        name: resolver.refOf(placed),
        busName: nameOfArn(textOrNothing(properties.EventBusName) ?? 'default'),
        pattern: properties.EventPattern,
        targets: records(properties.Targets).map((target) => targetOf(resolver, target, queueUrl)),
      },
    ];
  });
}

function scheduleOf(
  resolver: Resolver,
  name: string,
  kind: 'rule' | 'scheduler',
  expression: string,
  target: Record<string, unknown>,
  queueUrl: QueueUrl,
): Schedule {
  const input = textOrNothing(target.Input);
  const arn = text(target.Arn, `The target of ${name}`);
  if (arn.split(':')[2] !== 'lambda') throw new Error(`The schedule ${name} calls ${arn}, which has no local meaning.`);
  return {
    name,
    kind,
    expression,
    functionName: functionNameOf(arn),
    ...functionDelivery(resolver, functionNameOf(arn), queueUrl),
    ...(input === undefined ? {} : { input }),
  };
}

/** Rules with a schedule, and EventBridge Scheduler's schedules. */
export function readSchedules(resolver: Resolver, queueUrl: QueueUrl): Schedule[] {
  const rules = resolver.resources('AWS::Events::Rule').flatMap((placed): Schedule[] => {
    const properties = resolver.properties(placed);
    const expression = textOrNothing(properties.ScheduleExpression);
    if (expression === undefined || !isEnabled(properties)) return [];
    const targets = records(properties.Targets);
    const name = resolver.refOf(placed);
    return targets.map((target, index) =>
      scheduleOf(resolver, index === 0 ? name : `${name}-${index + 1}`, 'rule', expression, target, queueUrl),
    );
  });
  const schedules = resolver.resources('AWS::Scheduler::Schedule').flatMap((placed): Schedule[] => {
    const properties = resolver.properties(placed);
    if (!isEnabled(properties)) return [];
    const expression = text(properties.ScheduleExpression, `The expression of ${placed.logicalId}`);
    return [scheduleOf(resolver, resolver.refOf(placed), 'scheduler', expression, record(properties.Target), queueUrl)];
  });
  return [...rules, ...schedules];
}
