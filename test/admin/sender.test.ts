import { expect, test } from '@jest/globals';
import { createSender } from '../../frontend/common/sender.ts';
import { NoAnswerError, ProblemError } from '../../shared/contract/client.ts';

function button() {
  const shown: unknown[] = [];
  const errors: unknown[] = [];
  const send = createSender({ busy: (busy) => shown.push(busy), error: (error) => errors.push(error) });
  return { send, shown, errors };
}

test('a second press while the first is under way does nothing', async () => {
  const { send, shown } = button();
  const keys: string[] = [];
  let answer: (reply: string) => void = () => undefined;
  const slow = (_: string, key: string) => {
    keys.push(key);
    return new Promise<string>((resolve) => {
      answer = resolve;
    });
  };
  const first = send(slow, 'pay');
  expect(await send(slow, 'pay')).toBeUndefined();
  answer('paid');
  expect(await first).toBe('paid');
  expect(keys).toHaveLength(1);
  expect(shown).toEqual([true, false]);
});

test('after a lost answer the same press has the same key, after a refusal or an answer another one', async () => {
  const { send, errors } = button();
  const keys: string[] = [];
  const reasons: unknown[] = [
    new NoAnswerError('offline'),
    new ProblemError({ type: '', title: '', status: 409, detail: '', code: 'payment_in_progress', requestId: '' }),
  ];
  const call = async (_: string, key: string) => {
    keys.push(key);
    if (reasons.length > 0) throw reasons.shift();
    return 'paid';
  };
  expect(await send(call, 'pay')).toBeUndefined();
  expect(await send(call, 'pay')).toBeUndefined();
  expect(await send(call, 'pay')).toBe('paid');
  await send(call, 'pay');
  expect(keys[1]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(3);
  // What went wrong is shown until the next try.
  expect(errors.map((error) => error !== undefined)).toEqual([false, true, false, true, false, false]);
});
