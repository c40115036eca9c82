import { beforeAll, expect, test } from '@jest/globals';
import { readAssembly } from '../../../local/assembly/read.ts';
import { createResolver, type Resolver } from '../../../local/assembly/resolve.ts';
import { bound, unboundTypes, withoutLocalEffect } from '../../../local/bindings.ts';
import { assemblyFolder, buildForLaptop } from '../../../local/build.ts';

let resolver: Resolver;

beforeAll(async () => {
  await buildForLaptop(() => {});
  resolver = createResolver(readAssembly(assemblyFolder), { queueUrl: (name) => `http://queues/${name}` });
}, 120_000);

test('everything that is deployed either runs on a laptop or has a stated reason not to', () => {
  expect(unboundTypes(resolver.assembly)).toEqual([]);
});

test('no reason is given for something that runs', () => {
  expect(Object.keys(bound).filter((type) => type in withoutLocalEffect)).toEqual([]);
});

test('every value in the templates can be resolved, so nothing fails only when it is first used', () => {
  const placed = resolver.resources();
  expect(placed.length).toBeGreaterThan(100);
  for (const one of placed) expect(() => resolver.properties(one)).not.toThrow();
});
