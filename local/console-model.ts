import { salonsOf } from './addresses.ts';
import type { ConsoleModel, NextDue, ShownEvent } from './console/model.ts';
import type { DeliveredEvent } from './events/bus.ts';
import type { Flows } from './flows.ts';
import type { LocalClock } from './ports.ts';
import type { DemoAccounts } from './seeding.ts';
import type { Services } from './services.ts';
import type { Traveller } from './travel.ts';

/** An event of the bus as the console and tests see it. */
export function shownEvent({ event, deliveries }: DeliveredEvent): ShownEvent {
  return {
    id: event.id,
    time: event.time,
    type: event['detail-type'],
    source: event.source,
    detail: event.detail,
    deliveries: deliveries.map(({ target, outcome, error }) => ({
      target,
      outcome,
      ...(error === undefined ? {} : { error }),
    })),
  };
}

/** The parts of a running system that the console looks at. */
export interface Running {
  readonly port: number;
  readonly clock: LocalClock;
  readonly traveller: Traveller;
  readonly services: Services;
  readonly flows: Flows;
  nextDue(): Promise<NextDue | undefined>;
}

/** What the console shows of a running system. */
export function consoleModel(running: Running, accounts: () => DemoAccounts): ConsoleModel {
  const { port, clock, traveller, services, flows, nextDue } = running;
  return {
    salons: () => salonsOf(accounts(), port),
    accounts,
    inbox: services.mail.uiUrl,
    now: clock.now,
    journey: () => traveller.journey,
    nextDue,
    travelTo: traveller.travelTo,
    idle: flows.idle,
    logs: services.lambda.logs.find,
    events: () => flows.bus.recent().map(shownEvent),
    mails: services.mail.messages,
    payments: services.stripe.payments,
  };
}
