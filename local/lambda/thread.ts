import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { InvokeResult } from '../ports.ts';
import type { FunctionDefinition } from './definition.ts';
import type { InvokeMessage, WorkerMessage, WorkerSetup } from './messages.ts';

// Types are stripped once for all workers: each worker would otherwise spend 30 ms on it.
const workerFile = new URL('./worker.ts', import.meta.url);
const workerCode = stripTypeScriptTypes(readFileSync(workerFile, 'utf8'), { mode: 'strip' });
const workerUrl = new URL(`data:text/javascript,${encodeURIComponent(workerCode)}`);

export type OnLog = (requestId: string, text: string) => void;

/** One copy of a function in its own thread. */
export interface Thread {
  /** Runs one call; never two at a time. Rejects never: a failure is an answer. */
  invoke(event: string): Promise<InvokeResult & { readonly requestId: string }>;
  /** False after a time-out or a crash: take another one. */
  readonly isUsable: boolean;
  close(): Promise<void>;
}

function setupOf(definition: FunctionDefinition): WorkerSetup {
  const dot = definition.handler.lastIndexOf('.');
  const file = join(definition.folder, definition.handler.slice(0, dot));
  const ending = ['.mjs', '.js', '.cjs'].find((candidate) => existsSync(file + candidate)) ?? '.mjs';
  return {
    moduleUrl: pathToFileURL(file + ending).href,
    exportName: definition.handler.slice(dot + 1),
    handler: definition.handler,
    functionName: definition.name,
    functionArn: definition.arn,
    memoryMegabytes: definition.memoryMegabytes,
  };
}

/** Starts a copy of the function with exactly the given environment. */
export function startThread(definition: FunctionDefinition, environment: Record<string, string>, onLog: OnLog): Thread {
  const worker = new Worker(workerUrl, {
    env: environment,
    workerData: setupOf(definition),
    execArgv: environment.NODE_OPTIONS?.includes('--enable-source-maps') ? ['--enable-source-maps'] : [],
    // A small young generation: dozens of threads that each let garbage lie would fill the laptop's memory.
    resourceLimits: { maxOldGenerationSizeMb: definition.memoryMegabytes, maxYoungGenerationSizeMb: 8 },
    name: definition.name,
  });
  let isUsable = true;
  let answer: (result: InvokeResult) => void = () => {};

  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'log') return onLog(message.requestId, message.text);
    if (message.kind === 'done') return answer({ ok: true, payload: JSON.parse(message.payload) });
    if (message.isBroken) isUsable = false;
    const { errorType, errorMessage, stackTrace } = message;
    onLog(message.requestId, JSON.stringify({ level: 'ERROR', errorType, errorMessage, stackTrace }));
    answer({ ok: false, errorType, errorMessage });
  });
  worker.on('error', (error) => {
    isUsable = false;
    answer({ ok: false, errorType: error.name, errorMessage: error.message });
  });
  worker.on('exit', (code) => {
    isUsable = false;
    const errorMessage = `Error: Runtime exited with ${code === 0 ? 'no reason' : `error: exit status ${code}`}`;
    answer({ ok: false, errorType: 'Runtime.ExitError', errorMessage });
  });

  return {
    get isUsable() {
      return isUsable;
    },
    invoke(event) {
      const requestId = randomUUID();
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          isUsable = false;
          const seconds = definition.timeoutSeconds.toFixed(2);
          const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`;
          onLog(requestId, JSON.stringify({ level: 'ERROR', errorType: 'Sandbox.Timedout', errorMessage }));
          answer({ ok: false, errorType: 'Sandbox.Timedout', errorMessage });
          void worker.terminate();
        }, definition.timeoutSeconds * 1000);
        answer = (result) => {
          clearTimeout(timer);
          answer = () => {};
          resolve({ ...result, requestId });
        };
        const deadline = Date.now() + definition.timeoutSeconds * 1000;
        worker.postMessage({ requestId, event, deadline } satisfies InvokeMessage);
      });
    },
    async close() {
      isUsable = false;
      await worker.terminate();
    },
  };
}
