import { fileURLToPath } from 'node:url';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, expect, test } from '@jest/globals';
import type { FunctionDefinition } from '../../../local/lambda/definition.ts';
import { type Lambda, startLambda } from '../../../local/lambda/start.ts';

const folder = fileURLToPath(new URL('../fixtures/functions/echo', import.meta.url));
const clock = { now: () => 1_700_000_000_000, onAdvance: () => () => {} };
let lambda: Lambda | undefined;

async function setup(change: Partial<FunctionDefinition> = {}): Promise<Lambda> {
  const definition: FunctionDefinition = {
    name: 'echo',
    arn: 'arn:aws:lambda:eu-west-1:000000000000:function:echo',
    folder,
    handler: 'index.handler',
    timeoutSeconds: 5,
    memoryMegabytes: 128,
    maximumWorkers: 8,
    environment: async () => ({ TABLE_NAME: 'salon' }),
    ...change,
  };
  lambda = await startLambda([definition], clock);
  return lambda;
}

afterEach(() => lambda?.close());

test('a function sees the environment of its template and nothing of the laptop', async () => {
  const { invoke } = await setup();
  const result = await invoke('echo', { hello: 'Sofia' });
  expect(result).toMatchObject({
    ok: true,
    payload: { event: { hello: 'Sofia' }, environment: { TABLE_NAME: 'salon' }, functionName: 'echo' },
  });
  expect(result).not.toHaveProperty('payload.environment.PATH');
});

test('one call after another meets the same warm function', async () => {
  const { invoke } = await setup();
  await invoke('echo', {});
  const started = performance.now();
  expect(await invoke('echo', {})).toHaveProperty('payload.calls', 2);
  expect(performance.now() - started).toBeLessThan(100);
});

test('calls at the same time get copies of their own, and no more than allowed', async () => {
  const { invoke } = await setup({ maximumWorkers: 2 });
  const results = await Promise.all([1, 2, 3, 4, 5].map(() => invoke('echo', { wait: 100 })));
  const calls = results.map((result) => (result.ok ? (result.payload as { calls: number }).calls : 0));
  expect(calls.filter((count) => count === 1)).toHaveLength(2);
});

test('an exception, a crash and a missing handler are reported in Lambda’s words', async () => {
  const { invoke, close } = await setup();
  expect(await invoke('echo', { fail: 'no such plan' })).toMatchObject({
    ok: false,
    errorType: 'TypeError',
    errorMessage: 'no such plan',
  });
  expect(await invoke('echo', { exit: true })).toMatchObject({ ok: false, errorType: 'Runtime.ExitError' });
  expect(await invoke('echo', {})).toMatchObject({ ok: true });
  await close();

  const other = await setup({ handler: 'index.number' });
  expect(await other.invoke('echo', {})).toMatchObject({ ok: false, errorType: 'Runtime.HandlerNotFound' });
  await other.close();

  const missing = await setup({ handler: 'nowhere.handler' });
  expect(await missing.invoke('echo', {})).toMatchObject({ ok: false, errorType: 'Runtime.ImportModuleError' });
});

test('a call that takes too long is ended, and the next one works', async () => {
  const { invoke, logs } = await setup({ timeoutSeconds: 0.3 });
  expect(await invoke('echo', { hang: true })).toMatchObject({
    ok: false,
    errorType: 'Sandbox.Timedout',
    errorMessage: expect.stringMatching(/^RequestId: \S+ Error: Task timed out after 0\.30 seconds$/),
  });
  expect(await invoke('echo', {})).toMatchObject({ ok: true });
  expect(logs.find({ functionName: 'echo' }).some(({ text }) => text.includes('timed out'))).toBe(true);
});

test('the lines of a call are there when its answer is, under its request id', async () => {
  const { call, logs } = await setup();
  const { requestId } = await call('echo', { say: 'two credits left' });
  await call('echo', { say: 'something else' });
  const lines = logs.find({ requestId });
  expect(lines.map(({ text }) => JSON.parse(text))).toEqual([{ said: 'two credits left', requestId }]);
  expect(lines[0]?.at).toBe(clock.now());
});

test('an operator’s script calls a function through the AWS SDK', async () => {
  const { endpoint } = await setup();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new LambdaClient({ endpoint, region: 'eu-west-1', credentials });
  const invoke = (Payload: string, FunctionName = 'echo') =>
    client.send(new InvokeCommand({ FunctionName, Payload: Buffer.from(Payload) }));

  const answer = await invoke('{"hello":"Sofia"}');
  expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toMatchObject({ event: { hello: 'Sofia' } });

  const failed = await invoke('{"fail":"no such plan"}');
  expect(failed.FunctionError).toBe('Unhandled');
  expect(JSON.parse(failed.Payload?.transformToString() ?? '')).toEqual({
    errorType: 'TypeError',
    errorMessage: 'no such plan',
  });
  await expect(invoke('{}', 'nobody')).rejects.toThrow('Function not found');
  client.destroy();
});
