import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { work } from '../../../shared/contract/work.ts';
import { openPayingSalon, type PayingSalon } from '../../support/paying-salon.ts';
import { providerOf } from '../../support/provider.ts';
import { type StartedSystem, startSystem } from '../../support/system.ts';

/** A line of a function's log, as far as this suite reads it. */
interface Line {
  readonly message: string;
  readonly outcome: string;
  readonly eventId?: string;
  readonly business?: string;
  readonly tableCalls?: number;
  readonly tableOperations?: readonly string[];
  readonly writeUnits?: number;
}

// A system of its own: its clock is moved over a bill date.
let system: StartedSystem;
let salon: PayingSalon;
let memberId: string;

beforeAll(async () => {
  system = await startSystem({ frozenAt: Date.parse('2027-02-26T15:00:00Z') });
  salon = await openPayingSalon(system, { visits: 2 });
  memberId = await salon.addPayingMember({}, { startsOn: '2027-01-28' });
  await system.idle();
}, 120_000);

afterAll(() => system?.close());

async function linesOf(functionName: string): Promise<readonly Line[]> {
  const response = await fetch(`${system.url}/_local/logs?function=regulars-dev-${functionName}`);
  const { lines } = (await response.json()) as { lines: { text: string }[] };
  return lines.map(({ text }) => JSON.parse(text) as Line);
}

/** Requests that reached the provider so far, by endpoint. */
async function requests(): Promise<Readonly<Record<string, number>>> {
  const response = await fetch(`${system.ready.paymentsUrl}/_control/counters`);
  return ((await response.json()) as { requests: Record<string, number> }).requests;
}

// Done when (issue 3), P11: at most four calls and 16 write units, and one call of the provider.
test('a renewal by card asks the table four times at most, and the provider once', async () => {
  const provider = providerOf(system);
  // What follows from the payment's own webhooks is another work's and is counted below.
  await provider.webhooks({ hold: true });
  const before = await requests();
  await system.clock.advance(3 * 24 * 3_600_000);
  await system.idle();
  expect(await salon.grantsOf(memberId)).toEqual([2, 2]);

  const mine = (await linesOf('bill-memberships')).filter(({ business }) => business === salon.slug);
  expect(mine.map(({ outcome }) => outcome)).toEqual(['paid']);
  const [line] = mine;
  // The salon's configuration, which stays in memory for the next ones; the member; the claim; the settlement.
  expect(line?.tableOperations).toEqual(['Query', 'Query', 'TransactWriteItems', 'TransactWriteItems']);
  expect(line?.tableCalls).toBeLessThanOrEqual(4);
  expect(line?.writeUnits).toBeLessThanOrEqual(16);
  expect(line?.writeUnits).toBeGreaterThan(4);

  const after = await requests();
  // Comparing the books, once a day, lists what was taken.
  const others = Object.entries(after).filter(([endpoint]) => endpoint !== 'GET /v1/charges');
  const asked = others.map(([endpoint, count]) => [endpoint, count - (before[endpoint] ?? 0)] as const);
  expect(asked.filter(([, count]) => count > 0)).toEqual([['POST /v1/payment_intents', 1]]);
  expect((await provider.paymentsOf(salon.slug)).map(({ status }) => status)).toEqual(['succeeded']);
});

test('a webhook is acknowledged after one write, which is to the queue', async () => {
  const receivedBefore = await linesOf('receive-provider-event');
  const handledBefore = await linesOf('handle-provider-events');
  await providerOf(system).releaseWebhooks();
  await system.idle();
  const received = (await linesOf('receive-provider-event')).slice(receivedBefore.length);
  const handled = (await linesOf('handle-provider-events')).slice(handledBefore.length);
  expect(received.length).toBeGreaterThan(0);
  for (const line of received) expect(line).toMatchObject({ message: 'provider-webhook', outcome: 'queued' });
  // One message for each, which its worker has taken once.
  const idsOf = (lines: readonly Line[]) => lines.map(({ eventId }) => eventId).sort();
  expect(new Set(idsOf(received)).size).toBe(received.length);
  expect(idsOf(handled)).toEqual(idsOf(received));
  // Who acknowledges cannot write anything else: these are all the permissions there are.
  expect(work.receiveProviderEvent.needs).toEqual(['origin-secret:read', 'payments:use', 'provider-events-queue:send']);
  // And the worker finds everything settled already: it writes nothing.
  for (const line of handled) expect(line.writeUnits).toBe(0);
});
