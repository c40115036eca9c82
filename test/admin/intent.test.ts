import { describe, expect, test } from '@jest/globals';
import { createIntents } from '../../frontend/admin/effects/intent.ts';

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

  test('after an answer, the next press is a new effect', () => {
    const intents = numbered();
    intents.keyFor(oneHaircut);
    intents.answered();
    expect(intents.keyFor(oneHaircut)).toBe('key-2');
  });

  test('asking for something else is another effect, even while the first answer is missing', () => {
    const intents = numbered();
    intents.keyFor(oneHaircut);
    expect(intents.keyFor({ ...oneHaircut, units: 2 })).toBe('key-2');
  });
});
