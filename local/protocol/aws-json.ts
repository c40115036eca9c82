import type { Call, Reply } from './serve.ts';

/** A refusal in AWS's words: the SDK raises it as an exception named `code`. */
export class AwsRefusal extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export type JsonObject = Record<string, unknown>;

/** What an emulator offers: operation name in camelCase to implementation. The input is the parsed request body. */
export type Operations = Readonly<Record<string, (input: JsonObject, call: Call) => unknown>>;

/** Answers the AWS JSON protocol (`X-Amz-Target: Service.Operation`); an operation not listed is refused as AWS does. */
export function awsJson(operations: Operations): (call: Call) => Promise<Reply> {
  return async (call) => {
    const contentType = String(call.headers['content-type'] ?? 'application/x-amz-json-1.0');
    try {
      const name =
        String(call.headers['x-amz-target'] ?? '')
          .split('.')
          .at(-1) ?? '';
      const key = lowerFirst(name);
      const operation = Object.hasOwn(operations, key) ? operations[key] : undefined;
      if (!operation)
        throw new AwsRefusal('UnknownOperationException', `The operation ${name} is not offered locally.`);
      const output = await operation(parseObject(call.body), call);
      return { status: 200, headers: { 'content-type': contentType }, body: JSON.stringify(output ?? {}) };
    } catch (error) {
      if (!(error instanceof AwsRefusal)) throw error;
      const body = JSON.stringify({ __type: error.code, message: error.message });
      return { status: error.status, headers: { 'content-type': contentType, 'x-amzn-errortype': error.code }, body };
    }
  };
}

function parseObject(body: Buffer): JsonObject {
  try {
    const value: unknown = JSON.parse(body.toString() || '{}');
    if (isObject(value)) return value;
  } catch {
    // Falls through to the refusal that AWS gives for any unreadable body.
  }
  throw new AwsRefusal('SerializationException', 'The request body is not a JSON object.');
}

/** Whether `value` is a plain JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string at `name`, or a refusal naming the member as AWS's validator does. */
export function requireString(input: JsonObject, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new AwsRefusal(
    'ValidationException',
    `1 validation error detected: Value null at '${lowerFirst(name)}' failed to satisfy constraint: Member must not be null`,
  );
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
