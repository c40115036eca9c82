import { describe, expect, test } from '@jest/globals';
import { missingFor } from '../../infra/deploy.ts';
import type { Invoke } from '../../infra/operator/create-business.ts';
import { createBusiness } from '../../infra/operator/create-business.ts';
import { settled, stages } from '../../infra/stages.ts';

const args = [
  ['stage', 'prod-us'],
  ['slug', 'willow'],
  ['name', 'Willow Spa'],
  ['owner-email', 'owner@example.com'],
  ['owner-name', 'Olive Owner'],
  ['time-zone', 'America/New_York'],
  ['currency', 'USD'],
  ['locale', 'en-US'],
].flatMap(([name, value]) => [`--${name}`, String(value)]);

describe('creating a business', () => {
  test('calls the stage’s function in its region with what the operator gave', async () => {
    const calls: unknown[] = [];
    const invoke: Invoke = async (functionName, payload, region) => {
      calls.push({ functionName, region, payload: JSON.parse(payload) });
      return { failed: false, payload: JSON.stringify({ ok: true, slug: 'willow', staffId: 's_1' }) };
    };
    expect(await createBusiness(args, invoke)).toContain('owner@example.com');
    expect(calls).toEqual([
      {
        functionName: 'regulars-prod-us-create-business',
        region: 'us-east-1',
        payload: {
          slug: 'willow',
          name: 'Willow Spa',
          ownerEmail: 'owner@example.com',
          ownerName: 'Olive Owner',
          timeZone: 'America/New_York',
          currency: 'USD',
          locale: 'en-US',
        },
      },
    ]);
  });

  test('passes a refusal on in its own words', async () => {
    const detail = 'Another business has this slug. Choose another one.';
    const invoke: Invoke = async () => ({
      failed: false,
      payload: JSON.stringify({ ok: false, code: 'slug_taken', detail }),
    });
    await expect(createBusiness(args, invoke)).rejects.toThrow(detail);
  });

  test('says where to look when the function itself fails', async () => {
    const invoke: Invoke = async () => ({ failed: true, payload: '{"errorMessage":"the table is not there"}' });
    await expect(createBusiness(args, invoke)).rejects.toThrow('docs/operating.md');
  });

  test.each([
    ['something missing', args.slice(0, 4), '--owner-email … --owner-name …'],
    ['an unknown stage', ['--stage', 'moon', ...args.slice(2)], 'There are: dev, prod-eu, prod-us.'],
    ['an unknown option', [...args, '--colour', 'red'], '--colour'],
  ])('says what is wrong with %s and calls nothing', async (_what, given, sentence) => {
    const invoke: Invoke = async () => {
      throw new Error('called');
    };
    await expect(createBusiness(given, invoke)).rejects.toThrow(sentence);
  });
});

describe('deploying', () => {
  const own = { domain: 'salons.example.org', hostedZoneId: 'Z1EXAMPLE', alarmEmail: 'ops@example.org' };

  test('is refused, with a list of what to do, until everything is there', () => {
    expect(missingFor(settled(stages.dev, {}), {})).toHaveLength(4);
    expect(missingFor(settled(stages.dev, own), { AWS_PROFILE: 'ours' })).toEqual([]);
    expect(missingFor(settled(stages.dev, { ...own, domain: 'x.example' }), { AWS_PROFILE: 'ours' })).toEqual([
      expect.stringContaining('"domain"'),
    ]);
  });

  test('puts each business under the operator’s domain, unless told an address of its own', () => {
    expect(settled(stages.dev, own).siteOrigin).toBe('https://{business}.salons.example.org');
    expect(settled(stages.dev, { ...own, siteOrigin: 'http://localhost/{business}' }).siteOrigin).toBe(
      'http://localhost/{business}',
    );
  });
});
