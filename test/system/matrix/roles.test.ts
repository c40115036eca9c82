import { beforeAll, describe, expect, test } from '@jest/globals';
import { mayDo, Role } from '../../../shared/domain/permission.ts';
import { sharedSystem } from '../../support/system.ts';
import { callRoute, routesOf } from './routes.ts';
import { furnish, missing, type Place, staffOfEachRole } from './world.ts';

// 001-041 … 001-046, 001-066, 001-068: a role may do what its row in shared/domain/permission.ts says, and nothing else.

const system = sharedSystem();
let place: Place;
let tokens: Readonly<Record<Role, string>>;

beforeAll(async () => {
  place = await furnish(system);
  tokens = await staffOfEachRole(place.salon);
}, 120_000);

describe.each(routesOf('staff').map((route) => [route.name, route] as const))('%s', (_, route) => {
  const { permission } = route.operation;

  test('names the permission that it needs', () => {
    expect(permission).toBeDefined();
  });

  test.each(Role.options)('by the %s', async (role) => {
    // Nobody real is removed or demoted: a colleague who does not exist is refused only after the role was looked at.
    const ids = { ...place.ids, staffId: missing.staffId };
    const answer = await callRoute(system, route, { token: tokens[role], business: place.salon.slug, ids });
    const isAllowed = permission !== undefined && mayDo(role, permission);
    if (isAllowed) expect([401, 403]).not.toContain(answer.status);
    else expect([answer.status, answer.problem.code]).toEqual([403, 'not_permitted']);
  });
});
