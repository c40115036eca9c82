import { afterEach, expect, test } from '@jest/globals';
import { compileCron } from '../../../local/events/cron.ts';
import { type Schedule, startSchedules } from '../../../local/events/schedules.ts';
import type { InvokeResult } from '../../../local/ports.ts';
import { standingClock } from '../clock.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const retry = { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 60 };

function open(schedules: Omit<Schedule, 'retry'>[], answer: InvokeResult = { ok: true, payload: null }) {
  const clock = standingClock('2026-03-01T08:59:30Z');
  const runs: { functionName: string; event: Record<string, unknown> }[] = [];
  const queued: string[] = [];
  const started = startSchedules({
    schedules: schedules.map((schedule) => ({ ...schedule, retry })),
    clock,
    invoker: {
      invoke: async (functionName, event) => {
        runs.push({ functionName, event: event as Record<string, unknown> });
        return answer;
      },
    },
    queues: async (_, body) => void queued.push(body),
  });
  cleanups.push(() => started.close());
  return { clock, runs, queued, started };
}

test('a jump runs what fell due in its order, across schedules', async () => {
  const { clock, runs } = open([
    { name: 'hourly', expression: 'rate(1 hour)', functionName: 'renew' },
    { name: 'ten-thirty', expression: 'cron(30 10 * * ? *)', functionName: 'notify' },
  ]);
  await clock.jump('2026-03-01T11:00:00Z');
  await clock.jump('2026-03-01T11:20:00Z');
  await clock.jump('2026-03-01T12:05:00Z');
  expect(runs.map((run) => [run.functionName, run.event.time])).toEqual([
    ['notify', '2026-03-01T10:30:00Z'],
    // It sweeps up what fell due until then, so the two before it are left out.
    ['renew', '2026-03-01T11:00:00Z'],
    ['renew', '2026-03-01T12:00:00Z'],
  ]);
});

test('a jump of a month runs a sweep once, at its end, and what looks at its day on the last few days', async () => {
  const { clock, runs } = open([
    { name: 'sweep', expression: 'rate(5 minutes)', functionName: 'renew' },
    { name: 'daily', expression: 'rate(1 day)', functionName: 'reconcile' },
  ]);
  await clock.jump('2026-04-01T09:02:00Z');
  expect(runs.map((run) => [run.functionName, run.event.time])).toEqual([
    ['reconcile', '2026-03-30T00:00:00Z'],
    ['reconcile', '2026-03-31T00:00:00Z'],
    ['reconcile', '2026-04-01T00:00:00Z'],
    ['renew', '2026-04-01T09:00:00Z'],
  ]);
});

test('the scheduled event looks like that of a rule, of a schedule, or is the given input', async () => {
  const expression = 'cron(0 9 * * ? *)';
  const { clock, runs } = open([
    { name: 'rule', expression, functionName: 'a' },
    { name: 'schedule', kind: 'scheduler', expression, functionName: 'b' },
    {
      name: 'input',
      kind: 'scheduler',
      expression,
      functionName: 'c',
      input: '{"at":"<aws.scheduler.scheduled-time>"}',
    },
  ]);
  await clock.jump('2026-03-01T09:00:00Z');
  expect(runs.map((run) => run.event)).toEqual([
    {
      version: '0',
      id: expect.any(String),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '000000000000',
      time: '2026-03-01T09:00:00Z',
      region: 'eu-west-1',
      resources: ['arn:aws:events:eu-west-1:000000000000:rule/rule'],
      detail: {},
    },
    expect.objectContaining({ source: 'aws.scheduler', detail: '{}' }),
    { at: '2026-03-01T09:00:00Z' },
  ]);
});

test('a failing run is tried again and then goes to the dead-letter queue', async () => {
  const schedule = {
    name: 'hourly',
    expression: 'rate(1 hour)',
    functionName: 'renew',
    deadLetterQueueUrl: 'http://q/dead',
  };
  const { clock, runs, queued } = open([schedule], { ok: false, errorType: 'Error', errorMessage: 'no' });
  await clock.jump('2026-03-01T09:00:00Z');
  expect(runs).toHaveLength(2);
  expect(queued).toHaveLength(1);
});

test('a schedule runs on demand for any instant', async () => {
  const { started, runs } = open([{ name: 'hourly', expression: 'rate(1 hour)', functionName: 'renew' }]);
  expect(await started.runNow('hourly', Date.parse('2027-01-01T00:00:00Z'))).toEqual({
    outcome: 'delivered',
    attempts: 1,
  });
  expect(runs[0]?.event.time).toBe('2027-01-01T00:00:00Z');
  expect(() => started.runNow('daily', 0)).toThrow('There is no schedule daily');
});

test.each([
  ['0/20 9 * * ? *', ['03-02T09:00', '03-02T09:20', '03-02T09:40', '03-03T09:00']],
  ['0 6 ? * MON-FRI *', ['03-02T06:00', '03-03T06:00', '03-04T06:00', '03-05T06:00']],
  ['15 10 L * ? *', ['03-31T10:15', '04-30T10:15', '05-31T10:15', '06-30T10:15']],
  ['0 12 1W * ? *', ['03-02T12:00', '04-01T12:00', '05-01T12:00', '06-01T12:00']],
  ['0 8 ? * 2#1 *', ['03-02T08:00', '04-06T08:00', '05-04T08:00', '06-01T08:00']],
  ['0 8 ? * 6L *', ['03-27T08:00', '04-24T08:00', '05-29T08:00', '06-26T08:00']],
  ['30 23 1,15 JAN-JUN ? 2026', ['03-01T23:30', '03-15T23:30', '04-01T23:30', '04-15T23:30']],
])('cron(%s) is due at the right instants', (expression, expected) => {
  const due = compileCron(expression)(
    Date.parse('2026-03-01T12:00:00Z'),
    Date.parse('2026-07-01T00:00:00Z'),
    1_000_000,
  );
  expect(due.slice(0, 4).map((at) => new Date(at).toISOString().slice(5, 16))).toEqual(expected);
});

test.each([
  'rate(1 hours)',
  'rate(2 hour)',
  'rate(0 minutes)',
  'cron(0 6 * * * *)',
  'cron(60 6 * * ? *)',
  'cron(0 6 * *)',
  'every day',
])('%s is refused as AWS refuses it', (expression) => {
  expect(() => open([{ name: 'x', expression, functionName: 'x' }])).toThrow('ScheduleExpression is not valid');
});
