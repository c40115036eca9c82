import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalService } from '../ports.ts';

/** One HTTP request, read whole. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Aborted when the caller hangs up before it has its answer. */
  readonly hungUp: AbortSignal;
}

/** One HTTP answer. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** No answer at all: the caller is held for a moment, then the connection breaks. */
export const silence = Symbol('silence');

/** Milliseconds that a caller waits for an answer that never comes. */
const heldFor = 300;

export type Answer = Reply | typeof silence;
type Handler = (call: Call) => Promise<Answer> | Answer;

export interface Serving extends LocalService {
  readonly port: number;
}

const internalFailure = '{"__type":"InternalFailure"}';

/**
 * Serves `handle` on the loopback interface: on `preferredPort` if that is free, otherwise on any. A handler that throws
 * answers 500 with the JSON of `failed` and prints the error: the emulators turn every refusal they know into a reply
 * themselves.
 */
export async function serve(
  handle: Handler,
  { preferredPort, failed = internalFailure }: { preferredPort?: number | undefined; failed?: string } = {},
): Promise<Serving> {
  // Clients keep connections open between calls; the default of 5 s makes them meet a socket that is just closing.
  const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
    const hungUp = new AbortController();
    response.once('close', () => hungUp.abort());
    const reply = await answer(request, hungUp.signal, handle, failed);
    if (reply === silence) {
      setTimeout(() => request.socket.destroy(), heldFor).unref();
      return;
    }
    response.writeHead(reply.status, { ...reply.headers });
    response.end(request.method === 'HEAD' ? undefined : reply.body);
  });
  await bind(server, preferredPort ?? 0).catch(() => bind(server, 0));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const bind = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });

async function answer(request: IncomingMessage, hungUp: AbortSignal, handle: Handler, failed: string): Promise<Answer> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    return await handle({
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', 'http://127.0.0.1'),
      headers: request.headers,
      body: Buffer.concat(chunks),
      hungUp,
    });
  } catch (error) {
    if (hungUp.aborted) return { status: 499 };
    console.error(error);
    return { status: 500, headers: { 'content-type': 'application/json' }, body: failed };
  }
}
