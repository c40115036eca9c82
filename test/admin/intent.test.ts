import { describe, expect, test } from '@jest/globals';
import { createIntents, isDefinite } from '../../frontend/common/intent.ts';
import { NoAnswerError, ProblemError } from '../../shared/contract/client.ts';

const numbered = () => {
  let count = 0;
  return createIntents(() => {
    count += 1;
    return `key-${count}`;
  });
};

describe('the key of an intended effect', () => {
  const oneHaircut = { serviceId: 'haircut', units: 1 };

  test('trying again after a lost answer uses the same key, so nothing is taken twice', () => {
    const intents = numbered();
    expect(intents.keyFor(oneHaircut)).toBe('key-1');
    expect(intents.keyFor({ ...oneHaircut })).toBe('key-1');
  });

  test('a button that asks for nothing more has a key as well', () => {
    const intents = numbered();
    expect(intents.keyFor(undefined)).toBe('key-1');
    expect(intents.keyFor(undefined)).toBe('key-1');
  });

  test('after an answer, the next press is a new effect', () => {
    const intents = numbered();
    intents.keyFor(oneHaircut);
    intents.answered();
    expect(intents.keyFor(oneHaircut)).toBe('key-2');
  });

  test.each([
    ['a refusal', 409, true],
    ['an outage', 503, false],
    ['a gateway that gave up waiting', 504, false],
  ])('after %s (%i) the same press is another effect: %p', (_, status, definite) => {
    const code = 'try_again_later';
    const reason = new ProblemError({ type: '', title: '', status, detail: '', code, requestId: '' });
    expect(isDefinite(reason)).toBe(definite);
  });

  test('a lost answer is no answer', () => {
    expect(isDefinite(new NoAnswerError('offline'))).toBe(false);
  });

  test('asking for something else is another effect, even while the first answer is missing', () => {
    const intents = numbered();
    intents.keyFor(oneHaircut);
    expect(intents.keyFor({ ...oneHaircut, units: 2 })).toBe('key-2');
  });
});
