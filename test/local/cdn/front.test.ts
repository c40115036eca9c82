import { expect, test } from '@jest/globals';
import { createFront } from '../../../local/cdn/front.ts';
import { type Handle, json } from '../../../local/http/message.ts';
import { listen } from '../../../local/http/node-server.ts';

const says =
  (who: string): Handle =>
  async () =>
    json(200, who);

async function askedAt(host: string, path = '/'): Promise<string> {
  const placements = [
    { definition: { aliases: ['media.example.com'] }, handle: says('media') },
    { definition: { aliases: ['example.com', '*.example.com'] }, handle: says('salons') },
  ];
  const front = createFront(placements, says('console'), (request) => request.path === '/');
  const { status, body } = await front({
    method: 'GET',
    path,
    query: '',
    headers: { host },
    body: Buffer.alloc(0),
    remoteAddress: '127.0.0.1',
  });
  return status === 200 ? JSON.parse(body.toString()) : String(status);
}

test('every salon has its own name below localhost; the console has localhost itself', async () => {
  expect(await askedAt('localhost:4000')).toBe('console');
  expect(await askedAt('127.0.0.1:4000')).toBe('console');
  expect(await askedAt('[::1]:4000')).toBe('console');
  expect(await askedAt('glow.localhost:4000')).toBe('salons');
  expect(await askedAt('media.localhost:4000')).toBe('media');
});

test('the address without a salon’s name reaches the API too, as the bare domain does on AWS', async () => {
  expect(await askedAt('localhost:4000', '/api/glow/public/business')).toBe('salons');
});

test('a name from elsewhere that points at this machine sees nothing', async () => {
  for (const host of ['example.org', 'localhost.example.org', 'notlocalhost', ''])
    expect(await askedAt(host)).toBe('421');
});

test('a port that is taken is said so, not shared', async () => {
  const first = await listen(says('first'));
  await expect(listen(says('second'), first.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.close();
});
