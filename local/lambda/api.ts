import type { InvokeResult } from '../ports.ts';
import type { Call, Reply } from '../protocol/serve.ts';

const path = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

export interface Callable {
  has(functionName: string): boolean;
  call(functionName: string, event: unknown): Promise<InvokeResult & { readonly requestId: string }>;
}

function refusal(status: number, type: string, message: string): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': type },
    body: JSON.stringify({ Type: 'User', Message: message }),
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8') || '{}') as unknown;
  } catch {
    return undefined;
  }
}

/** Lambda's Invoke API: synchronous calls, `Event` calls and `DryRun`. */
export function invokeApi({ has, call }: Callable): (request: Call) => Promise<Reply> {
  return async ({ method, url, headers, body }) => {
    const [, encoded = ''] = path.exec(url.pathname) ?? [];
    const name = decodeURIComponent(encoded);
    if (method !== 'POST' || name === '') return refusal(404, 'UnknownOperationException', 'Only Invoke is offered.');
    if (!has(name)) return refusal(404, 'ResourceNotFoundException', `Function not found: ${name}`);
    const event = parse(body);
    if (event === undefined) {
      return refusal(400, 'InvalidRequestContentException', 'Could not parse request body into json.');
    }

    const type = headers['x-amz-invocation-type'] ?? 'RequestResponse';
    if (type === 'DryRun') return { status: 204 };
    if (type === 'Event') {
      void call(name, event);
      return { status: 202 };
    }
    const result = await call(name, event);
    const common = { 'content-type': 'application/json', 'x-amzn-requestid': result.requestId };
    if (result.ok) {
      const version = { 'x-amz-executed-version': '$LATEST' };
      return { status: 200, headers: { ...common, ...version }, body: JSON.stringify(result.payload) };
    }
    const { errorType, errorMessage } = result;
    return {
      status: 200,
      headers: { ...common, 'x-amz-function-error': 'Unhandled' },
      body: JSON.stringify({ errorType, errorMessage }),
    };
  };
}
