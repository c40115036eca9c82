import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
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

/**
 * Serves `handle` on a free port of the loopback interface. A handler that throws answers 500 and prints the error:
 * the emulators turn every refusal they know into a reply themselves.
 */
export async function serve(handle: (call: Call) => Promise<Reply> | Reply): Promise<LocalService> {
  const server = createServer(async (request, response) => {
    const hungUp = new AbortController();
    response.once('close', () => hungUp.abort());
    const reply = await answer(request, hungUp.signal, handle);
    response.writeHead(reply.status, { ...reply.headers });
    response.end(request.method === 'HEAD' ? undefined : reply.body);
  });
  // SDK clients keep connections open between calls; the default of 5 s makes them meet a socket that is just closing.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  hungUp: AbortSignal,
  handle: (call: Call) => Promise<Reply> | Reply,
): Promise<Reply> {
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
    return { status: 500, headers: { 'content-type': 'application/json' }, body: '{"__type":"InternalFailure"}' };
  }
}
