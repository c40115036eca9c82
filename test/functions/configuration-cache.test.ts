import { expect, test } from '@jest/globals';
import { configurationCache } from '../../functions/runtime/configuration-cache.ts';
import { salonWorld } from '../support/salon-world.ts';

/** A salon's configuration in the memory of one instance, whose clock the test moves. */
async function setup() {
  const { table } = await salonWorld().open();
  let seconds = 0;
  const cache = configurationCache(table, () => seconds);
  const before = table.calls.query;
  return {
    cache,
    queries: () => table.calls.query - before,
    pass: (more: number) => {
      seconds += more;
    },
  };
}

test('ten renewals of a salon that begin together read its configuration once', async () => {
  const { cache, queries, pass } = await setup();
  const ask = () => Promise.all(Array.from({ length: 10 }, () => cache.get('aurora')));
  const [first, ...others] = await ask();
  expect(first?.business.value.slug).toBe('aurora');
  for (const other of others) expect(other).toBe(first);
  expect(queries()).toBe(1);

  pass(4);
  await ask();
  expect(queries()).toBe(1);
  pass(2);
  await ask();
  expect(queries()).toBe(2);
});

test('what must be the newest is read anew, also while somebody else is asking', async () => {
  const { cache, queries } = await setup();
  await Promise.all([cache.get('aurora'), cache.reload('aurora')]);
  expect(queries()).toBe(2);
});
