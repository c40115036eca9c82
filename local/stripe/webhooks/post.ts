import { Agent, request } from 'node:http';

const patience = 10_000;

/** Sends bodies to an address over connections that stay open; `close` breaks them. */
export function createPost() {
  const agent = new Agent({ keepAlive: true });
  return {
    /** Whether the receiver answered with a 2xx; a redirect, an error and ten seconds of silence are a no. */
    send: (url: string, headers: Readonly<Record<string, string>>, body: string): Promise<boolean> =>
      new Promise((resolve) => {
        const no = () => resolve(false);
        const sending = request(
          url,
          {
            agent,
            method: 'POST',
            headers: { ...headers, 'content-length': Buffer.byteLength(body) },
            timeout: patience,
          },
          (response) => {
            const { statusCode = 0 } = response;
            response.resume().once('error', no);
            response.once('end', () => resolve(statusCode >= 200 && statusCode < 300));
          },
        );
        sending.once('error', no);
        sending.once('timeout', () => sending.destroy());
        sending.end(body);
      }),
    close: () => agent.destroy(),
  };
}
