import { beforeAll, expect, test } from '@jest/globals';
import { readAssembly } from '../../../local/assembly/read.ts';
import { createResolver, type Resolver } from '../../../local/assembly/resolve.ts';
import { readRules } from '../../../local/bindings/events.ts';
import { readFeedback } from '../../../local/bindings/mail.ts';
import { readStripeSecretId } from '../../../local/bindings/payments.ts';
import { readSecrets } from '../../../local/bindings/secrets.ts';
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

test('bounces take the same way as in AWS: from the stage’s own mails over the default bus to their queue', () => {
  expect(readFeedback(resolver)).toEqual([{ configurationSet: 'regulars-dev-mail', types: ['bounce', 'complaint'] }]);
  const rules = readRules(resolver, (name) => `http://queues/${name}`).filter(({ busName }) => busName === 'default');
  expect(rules).toEqual([
    expect.objectContaining({
      pattern: expect.objectContaining({
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': ['regulars-dev-mail'] } } },
      }),
      targets: [expect.objectContaining({ queueUrl: 'http://queues/regulars-dev-mail-feedback' })],
    }),
  ]);
});

test('the payment provider’s simulator reads the keys that functions read', () => {
  const stripe = readSecrets(resolver).find(({ name }) => name === 'regulars-dev-stripe');
  expect(stripe?.arn).toBe(readStripeSecretId(resolver));
  expect(stripe?.generate).toMatchObject({ GenerateStringKey: 'webhookSecret' });
});
