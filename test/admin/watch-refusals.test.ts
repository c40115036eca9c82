import { describe, expect, test } from '@jest/globals';
import { watchRefusals } from '../../frontend/admin/effects/watch-refusals.ts';
import { NoAnswerError, ProblemError } from '../../shared/contract/client.ts';

const problem = (status: number) =>
  new ProblemError({ type: '', title: '', status, detail: '', code: 'not_found', requestId: '' });

async function refusalsHeard(error: Error): Promise<number> {
  let heard = 0;
  const client = watchRefusals({ listNotes: (_: { page: number }) => Promise.reject(error) }, () => {
    heard += 1;
  });
  await expect(client.listNotes({ page: 1 })).rejects.toBe(error);
  return heard;
}

describe('noticing that access was taken away', () => {
  test.each([403, 404])('an answer of %i may mean it, and the caller still hears it', async (status) => {
    expect(await refusalsHeard(problem(status))).toBe(1);
  });

  test('other refusals and a lost connection do not', async () => {
    expect(await refusalsHeard(problem(409))).toBe(0);
    expect(await refusalsHeard(new NoAnswerError('offline'))).toBe(0);
  });

  test('answers come through as they are', async () => {
    const client = watchRefusals({ double: async ({ n }: { n: number }) => 2 * n }, () => undefined);
    expect(await client.double({ n: 4 })).toBe(8);
  });
});
