import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handle, HttpRequest } from './message.ts';

export interface Listening {
  readonly port: number;
  readonly server: Server;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  return {
    method: request.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
    remoteAddress: request.socket.remoteAddress ?? '127.0.0.1',
  };
}

async function respond(handle: Handle, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await handle(await read(request));
  const headers = Object.entries(answer.headers).map(([name, value]): [string, string | string[]] => [
    name,
    typeof value === 'string' ? value : [...value],
  ]);
  const hasNoBody = request.method === 'HEAD' || answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, {
    ...(hasNoBody ? {} : { 'content-length': String(answer.body.length) }),
    ...Object.fromEntries(headers),
  });
  response.end(hasNoBody ? undefined : answer.body);
}

/**
 * Listens on the loopback interface, on both IP versions where the machine has both: a browser may take either for
 * `salon.localhost`.
 *
 * @param port 0 takes a free one.
 * @throws with code EADDRINUSE when the port is taken.
 */
export async function listen(handle: Handle, port = 0): Promise<Listening> {
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    respond(handle, request, response).catch((error) => {
      if (request.destroyed && !request.complete) return;
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
  const open = (address: string, at: number) =>
    new Promise<Server>((resolve, reject) => {
      const server = createServer(onRequest);
      server.keepAliveTimeout = 60_000;
      server.once('error', reject);
      server.listen(at, address, () => resolve(server));
    });
  const server = await open('127.0.0.1', port);
  const { port: taken } = server.address() as AddressInfo;
  // Machines without IPv6 are common (containers); the first server is enough there.
  const second = await open('::1', taken).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') return undefined;
    server.close();
    throw error;
  });
  return {
    port: taken,
    server,
    async close() {
      const servers = second === undefined ? [server] : [server, second];
      await Promise.all(
        servers.map(
          (each) =>
            new Promise<void>((resolve) => {
              each.close(() => resolve());
              each.closeAllConnections();
            }),
        ),
      );
    },
  };
}
