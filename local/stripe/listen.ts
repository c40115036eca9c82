import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { LocalService } from '../ports.ts';
import type { Call, Reply } from '../protocol/serve.ts';

/** No answer at all: the caller is held for a moment, then the connection breaks. */
export const silence = Symbol('silence');

export type Answer = Reply | typeof silence;

export interface Listening extends LocalService {
  readonly port: number;
}

const heldFor = 300;

/**
 * Serves `handle` on the loopback interface: on the port of the last time if it is still free, because links to hosted
 * pages name it. Unlike the other stand-ins it can also leave a caller without an answer.
 */
export async function listen(
  handle: (call: Call) => Promise<Answer> | Answer,
  preferred: number | undefined,
): Promise<Listening> {
  // Clients keep connections open between calls; the default of 5 s makes them meet a socket that is just closing.
  const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
    const hungUp = new AbortController();
    response.once('close', () => hungUp.abort());
    const answer = await answerTo(request, hungUp.signal, handle);
    if (answer === silence) {
      setTimeout(() => request.socket.destroy(), heldFor).unref();
      return;
    }
    response.writeHead(answer.status, { ...answer.headers });
    response.end(answer.body);
  });
  const port = await bind(server, preferred);
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

async function answerTo(
  request: IncomingMessage,
  hungUp: AbortSignal,
  handle: (call: Call) => Promise<Answer> | Answer,
): Promise<Answer> {
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
    console.error('The Stripe simulator failed:', error);
    const body = '{"error":{"type":"api_error","message":"The simulator itself failed; see its output."}}';
    return { status: 500, headers: { 'content-type': 'application/json' }, body };
  }
}

async function bind(server: Server, preferred: number | undefined): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  if (preferred === undefined) return attempt(0);
  return attempt(preferred).catch(() => {
    server.removeAllListeners('error');
    return attempt(0);
  });
}
