import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { openApi } from '../../shared/contract/openapi.ts';
import type { Operation } from '../../shared/contract/operation.ts';
import { operations } from '../../shared/contract/operations.ts';
import { pathParameters } from '../../shared/contract/path-parameters.ts';
import { queueNames, type Work, work } from '../../shared/contract/work.ts';
import { permissions, permissionsOf, Role } from '../../shared/domain/permission.ts';
import { refusalCodes } from '../../shared/domain/refusal.ts';

const all = Object.entries(operations).flatMap(([audience, group]) =>
  Object.entries(group as Record<string, Operation>).map(([name, operation]) => ({ audience, name, operation })),
);

describe('the contract', () => {
  test('docs/openapi.json is what the contract says (run `npm run openapi` when it is not)', () => {
    const written = readFileSync('docs/openapi.json', 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(openApi())));
  });

  test('every address that the payment provider calls is described, with what it must bring', () => {
    const paths = openApi().paths as Record<string, Record<string, { parameters: { name: string }[] }>>;
    const webhooks = Object.values<Work>(work).flatMap(({ trigger }) =>
      trigger.kind === 'webhook' ? [trigger.path] : [],
    );
    expect(webhooks).toEqual(['/api/webhooks/stripe']);
    for (const path of webhooks) {
      expect(paths[path]?.post?.parameters.map(({ name }) => name)).toEqual(['stripe-signature']);
    }
  });

  test('no two operations share a method and a path', () => {
    const routes = all.map(({ operation }) => `${operation.method} ${operation.path}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  test.each(all)('$audience $name is declared completely', ({ audience, operation }) => {
    expect(operation.audience).toBe(audience);
    expect(operation.path.startsWith(`/{business}/${audience}`)).toBe(true);
    for (const [, parameter] of operation.path.matchAll(/\{(\w+)\}/g)) {
      expect(Object.keys(pathParameters)).toContain(parameter);
    }
    // Every staff operation names what a role must hold; nobody else has roles.
    expect(operation.permission !== undefined).toBe(audience === 'staff');
    // A member's path names the profile that is acted for (004-014).
    if (audience === 'member') expect(operation.path).toContain('/members/{memberId}');
    // Whoever asks twice because an answer was lost must not do it twice.
    if (audience === 'staff' && operation.method === 'POST' && operation.needs.some((need) => need === 'table:write')) {
      expect(operation.idempotent).toBe(true);
    }
  });

  test.each(all.filter(({ operation }) => operation.body !== undefined))(
    '$audience $name refuses unknown keys',
    ({ operation }) => {
      const schema = z.toJSONSchema(operation.body as z.ZodMiniType, { io: 'input', unrepresentable: 'any' });
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    },
  );

  // 001-005 … 001-008: what the salon keeps to itself has no name in anything a client or a visitor receives.
  test.each(all.filter(({ audience }) => audience !== 'staff'))(
    '$audience $name replies nothing internal',
    ({ operation }) => {
      const text = JSON.stringify(z.toJSONSchema(operation.reply, { unrepresentable: 'any' }));
      const keys = [...text.matchAll(/"(\w+)":\{/g)].map((match) => (match[1] ?? '').toLowerCase());
      for (const word of [
        'cost',
        'margin',
        'commission',
        'note',
        'risk',
        'care',
        'allerg',
        'formula',
        'birthday',
        'staffid',
      ]) {
        expect(keys.filter((key) => key.includes(word))).toEqual([]);
      }
    },
  );

  test('every refusal is answered by some operation or by the router', () => {
    const router = new Set([
      'malformed_request',
      'body_too_large',
      'not_signed_in',
      'not_permitted',
      'idempotency_key_missing',
      'idempotency_key_reused',
      'try_again_later',
      'too_many_requests',
      // Answered by the operator’s createBusiness, which is no HTTP operation.
      'slug_taken',
    ]);
    const declared = new Set<string>(all.flatMap(({ operation }) => operation.refusals));
    expect(refusalCodes.filter((code) => !declared.has(code) && !router.has(code))).toEqual([]);
  });
});

describe('jobs and consumers', () => {
  test('every queue has one consumer, so its messages have one time limit and one meaning', () => {
    const consumed = Object.values<Work>(work).flatMap(({ trigger }) => ('queue' in trigger ? [trigger.queue] : []));
    expect(consumed.sort()).toEqual([...queueNames].sort());
  });

  test('who may put messages on a queue is somebody, unless events fill it', () => {
    const needed = new Set(
      [...Object.values<Work>(work), ...all.map(({ operation }) => operation)].flatMap(({ needs }) => [...needs]),
    );
    for (const need of ['expiry', 'billing', 'provider-events', 'mail'].map((name) => `${name}-queue:send` as const)) {
      expect(needed).toContain(need);
    }
  });

  // Lambda hides a batch six times as long as it may take, and SQS hides nothing for more than twelve hours.
  test.each(Object.entries<Work>(work))('%s ends in time and says what people lose', (_name, one) => {
    expect(one.timeoutSeconds).toBeLessThanOrEqual(900);
    expect(one.errorImpact.length).toBeGreaterThan(10);
  });
});

describe('roles', () => {
  test('the owner may do everything, so one person can run a whole salon', () => {
    // 001-068
    expect([...permissionsOf.owner].sort()).toEqual([...permissions].sort());
  });

  test('care details are for people who treat the client', () => {
    // 001-069
    const allowed = Role.options.filter((role) => permissionsOf[role].includes('clients.care'));
    expect(allowed).toEqual(['owner', 'manager', 'practitioner']);
  });

  test('only the owner and the manager change a balance by hand', () => {
    const allowed = Role.options.filter((role) => permissionsOf[role].includes('credits.adjust'));
    expect(allowed).toEqual(['owner', 'manager']);
  });
});
