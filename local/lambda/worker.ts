// Runs inside a worker thread: one copy of one function, one call at a time, like one Lambda execution environment.
// Only built-in modules are imported here: the file is started from text (see thread.ts).
import { parentPort, workerData } from 'node:worker_threads';
import type { InvokeMessage, WorkerMessage, WorkerSetup } from './messages.ts';

const setup = workerData as WorkerSetup;
let requestId = '';

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

// Sent as messages, not through the thread's streams: so a call's lines arrive before its answer.
function forward(stream: NodeJS.WriteStream): void {
  let rest = '';
  stream.write = (chunk: Uint8Array | string): boolean => {
    const lines = (rest + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) if (text !== '') post({ kind: 'log', requestId, text });
    return true;
  };
}
forward(process.stdout);
forward(process.stderr);

function contextOf(message: InvokeMessage) {
  return {
    awsRequestId: message.requestId,
    functionName: setup.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: setup.functionArn,
    memoryLimitInMB: String(setup.memoryMegabytes),
    logGroupName: `/aws/lambda/${setup.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, message.deadline - Date.now()),
  };
}

function fail(error: unknown, isBroken: boolean): void {
  const isError = error instanceof Error;
  post({
    kind: 'failed',
    requestId,
    errorType: isError ? error.name : typeof error,
    errorMessage: isError ? error.message : String(error),
    stackTrace: isError ? (error.stack ?? '').split('\n').slice(1) : [],
    isBroken,
  });
}

class HandlerNotFound extends Error {
  override name = 'Runtime.HandlerNotFound';
}

class ImportModuleError extends Error {
  override name = 'Runtime.ImportModuleError';
}

async function load(): Promise<(event: unknown, context: unknown) => unknown> {
  const module: Record<string, unknown> = await import(setup.moduleUrl).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    throw isMissing ? new ImportModuleError(`Error: ${error.message}`) : error;
  });
  const handler = module[setup.exportName];
  if (typeof handler === 'function') return (event, context) => handler(event, context);
  throw new HandlerNotFound(`${setup.handler} is undefined or not exported`);
}

const loaded = load();
// Reported with the first call; without this line Node would end the thread before that.
loaded.catch(() => {});

async function run(message: InvokeMessage): Promise<void> {
  requestId = message.requestId;
  const handler = await loaded.catch((error: unknown) => {
    fail(error, true);
  });
  if (handler === undefined) return;
  try {
    const result: unknown = await handler(JSON.parse(message.event), contextOf(message));
    post({ kind: 'done', requestId, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    fail(error, false);
  }
}

parentPort?.on('message', (message: InvokeMessage) => void run(message));
