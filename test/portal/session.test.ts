import { describe, expect, test } from '@jest/globals';
import { createSession } from '../../frontend/common/session.ts';
import type { SessionMessage } from '../../frontend/common/session-channel.ts';
import { NoAnswerError, ProblemError } from '../../shared/contract/client.ts';

const ended = new ProblemError({
  type: 'about:blank',
  title: 'session ended',
  status: 401,
  detail: 'You have been signed out. Please sign in again.',
  code: 'session_ended',
  requestId: 'r',
});

/** A salon’s API in memory: tokens t1, t2 … of which only the newest is accepted. */
function setup({ cookie = true } = {}) {
  const world = { cookie, issued: 0, refreshes: 0, requests: [] as (string | null)[] };
  const issue = () => ({ accessToken: `t${++world.issued}` });
  const posted: SessionMessage[] = [];
  let hear: (message: SessionMessage) => void = () => undefined;
  const session = createSession(
    {
      open: async () => {
        world.cookie = true;
        return issue();
      },
      refresh: async () => {
        world.refreshes += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (!world.cookie) throw ended;
        return issue();
      },
      end: async () => {
        world.cookie = false;
      },
    },
    async (_input, init) => {
      const given = new Headers(init?.headers).get('authorization');
      world.requests.push(given);
      return new Response('{}', { status: given === `Bearer t${world.issued}` ? 200 : 401 });
    },
    {
      post: (message) => posted.push(message),
      listen: (heard) => {
        hear = heard;
      },
    },
  );
  return { world, session, posted, hear: (message: SessionMessage) => hear(message) };
}

describe('a session in the browser', () => {
  test('is neither signed in nor out until the cookie has been tried', async () => {
    const { session } = setup();
    expect(session.state().kind).toBe('unknown');
    expect((await session.start()).kind).toBe('signed_in');
  });

  test('without a cookie the page asks to sign in', async () => {
    const { session } = setup({ cookie: false });
    expect((await session.start()).kind).toBe('signed_out');
  });

  test('ten requests that meet an expired token renew it once, and each succeeds', async () => {
    const { session, world } = setup();
    await session.start();
    world.issued += 1; // the salon’s side no longer accepts t1
    const answers = await Promise.all(Array.from({ length: 10 }, () => session.fetch('/api/x')));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
    expect(world.refreshes).toBe(2);
  });

  test('when the cookie has ended too, the answer stays 401 and the page asks to sign in', async () => {
    const { session, world } = setup();
    await session.start();
    world.issued += 1;
    world.cookie = false;
    expect((await session.fetch('/api/x')).status).toBe(401);
    expect(session.state().kind).toBe('signed_out');
    expect(world.requests).toHaveLength(1);
  });

  // 004-065
  test('signing out revokes first, then forgets, and tells the other tabs', async () => {
    const { session, world, posted } = setup();
    await session.signIn({ email: 'ada@example.com', password: 'a long password' });
    const seen: string[] = [];
    session.subscribe(() => seen.push(`${session.state().kind}, cookie ${world.cookie}`));
    await session.signOut();
    expect(seen).toEqual(['signed_out, cookie false']);
    expect(posted).toEqual(['signed_in', 'signed_out']);
  });

  test('a tab follows when another one signs out', async () => {
    const { session, hear } = setup();
    await session.start();
    hear('signed_out');
    expect(session.state().kind).toBe('signed_out');
  });

  test('a tab asks again who is signed in when another one signs in', async () => {
    const { session, hear } = setup();
    await session.start();
    hear('signed_in');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(session.state()).toEqual({ kind: 'signed_in', session: { accessToken: 't2' } });
  });

  test('without an answer it is not known whether somebody is signed in, and the page says so', async () => {
    const channel = { post: () => undefined, listen: () => undefined };
    const lost = async () => {
      throw new NoAnswerError('offline');
    };
    const session = createSession({ open: lost, refresh: lost, end: lost }, fetch, channel);
    await expect(session.start()).rejects.toThrow(NoAnswerError);
    expect(session.state().kind).toBe('unknown');
  });

  // 004-065: on a shared tablet “you are signed out” must be true
  test('signing out without an answer leaves the person signed in and says so', async () => {
    const channel = { post: () => undefined, listen: () => undefined };
    const lost = async () => {
      throw new NoAnswerError('offline');
    };
    const session = createSession(
      { open: async () => ({ accessToken: 't' }), refresh: lost, end: lost },
      fetch,
      channel,
    );
    await session.signIn({ email: 'ada@example.com', password: 'a long password' });
    await expect(session.signOut()).rejects.toThrow(NoAnswerError);
    expect(session.state().kind).toBe('signed_in');
  });

  test('a renewal that was on its way does not undo a sign-out', async () => {
    const { session, world } = setup();
    await session.start();
    world.issued += 1;
    const late = session.fetch('/api/x');
    await new Promise((resolve) => setTimeout(resolve, 1));
    await session.signOut();
    await late;
    expect(session.state().kind).toBe('signed_out');
  });
});
