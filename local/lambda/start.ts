import { functionNameOf } from '../assembly/values.ts';
import type { InvokeResult, Invoker, LocalClock, LocalService } from '../ports.ts';
import { serve } from '../protocol/serve.ts';
import { invokeApi } from './api.ts';
import type { FunctionDefinition } from './definition.ts';
import { createLogs, type Logs } from './logs.ts';
import { createPool, type Pool } from './pool.ts';

/** Lambda's limit for the answer of a synchronous call, bytes. */
const answerLimit = 6 * 1024 * 1024;

export interface Lambda extends LocalService, Invoker {
  /** Like `invoke`, with Lambda's request id, by which the log lines of the call are found. */
  call(functionName: string, event: unknown): Promise<InvokeResult & { readonly requestId: string }>;
  /** Waits until no call is running. */
  idle(): Promise<void>;
  readonly names: readonly string[];
  /** How many calls there have been since the start. */
  calls(): number;
  readonly logs: Logs;
}

/** Runs the functions in worker threads and offers Lambda's Invoke API for the AWS SDK. */
export async function startLambda(definitions: readonly FunctionDefinition[], clock: LocalClock): Promise<Lambda> {
  const logs = createLogs();
  const pools = new Map<string, Pool>();
  const running = new Set<Promise<unknown>>();
  let calls = 0;

  for (const definition of definitions) {
    const onLog = (requestId: string, text: string) =>
      logs.add({ at: clock.now(), functionName: definition.name, requestId, text });
    pools.set(definition.name, createPool(definition, onLog));
  }

  async function run(pool: Pool, event: unknown): Promise<InvokeResult & { readonly requestId: string }> {
    const result = await pool.invoke(JSON.stringify(event) ?? 'null');
    if (!result.ok || JSON.stringify(result.payload).length <= answerLimit) return result;
    const errorMessage = `Response payload size exceeded maximum allowed payload size (${answerLimit} bytes).`;
    return { ok: false, requestId: result.requestId, errorType: 'Function.ResponseSizeTooLarge', errorMessage };
  }

  async function call(functionName: string, event: unknown) {
    const pool = pools.get(functionNameOf(functionName));
    if (pool === undefined) throw new Error(`The assembly has no function ${functionName}.`);
    calls += 1;
    const task = run(pool, event);
    running.add(task);
    return task.finally(() => running.delete(task));
  }

  const service = await serve(invokeApi({ call, has: (name) => pools.has(functionNameOf(name)) }));
  return {
    endpoint: service.endpoint,
    logs,
    call,
    invoke: call,
    names: definitions.map(({ name }) => name),
    calls: () => calls,
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
    async close() {
      await service.close();
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
