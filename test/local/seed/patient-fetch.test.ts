import { expect, test } from '@jest/globals';
import { patientFetch } from '../../../local/seed/patient-fetch.ts';

/** A fetch that answers these in turn: a status, or a connection that breaks; and how long was waited in all. */
function answering(...answers: readonly (number | 'broken')[]) {
  const left = [...answers];
  let waited = 0;
  const ask = patientFetch(
    async () => {
      const answer = left.shift();
      if (answer === undefined || answer === 'broken') throw new TypeError('fetch failed');
      return new Response('', { status: answer });
    },
    async (milliseconds) => {
      waited += milliseconds;
    },
  );
  return { get: () => ask('http://localhost/'), left, waited: () => waited };
}

test('a machine that is too busy to answer is asked again', async () => {
  const { get, left } = answering(500, 'broken', 503, 201, 200);
  expect((await get()).status).toBe(201);
  expect(left).toEqual([200]);
});

test('an answer is taken as it is, also a refusal', async () => {
  for (const status of [200, 400, 403, 409, 429]) {
    const { get, waited } = answering(status, 200);
    expect((await get()).status).toBe(status);
    expect(waited()).toBe(0);
  }
});

test('after the last try, what it says is said', async () => {
  const down = answering(...Array.from({ length: 6 }, () => 503), 200);
  expect((await down.get()).status).toBe(503);
  expect(down.left).toEqual([200]);
  expect(down.waited()).toBeLessThan(30_000);
  await expect(answering().get()).rejects.toThrow('fetch failed');
});
