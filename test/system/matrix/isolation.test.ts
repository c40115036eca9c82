import { beforeAll, describe, expect, test } from '@jest/globals';
import { newEmail, password } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';
import { callRoute, everyRoute, idsIn, type Route, routesOf, visible } from './routes.ts';
import type { Ids } from './samples.ts';
import { belongingsOf, furnish, malformed, missing, type Place, questionOf } from './world.ts';

// 001-004, 001-066, 003-087 … 003-090: whoever asks for what is not theirs learns nothing, on every route.

const system = sharedSystem();
let here: Place;
let elsewhere: Place;
/** Another member of the same salon. */
let neighbour: Ids;

beforeAll(async () => {
  [here, elsewhere] = await Promise.all([furnish(system), furnish(system)]);
  const memberId = await here.salon.addMember({
    firstName: 'Nora',
    lastName: 'Neighbour',
    email: newEmail('neighbour'),
  });
  const { client } = await here.salon.accept(await here.salon.invite(memberId), password);
  const questionId = await questionOf(client, memberId);
  neighbour = { ...here.ids, memberId, questionId, ...(await belongingsOf(here.salon, memberId)) };
}, 120_000);

const named = (routes: readonly Route[]) => routes.map((route) => [route.name, route] as const);
const guarded = [...routesOf('member'), ...routesOf('staff')];
const call = (route: Route, token: string | undefined, ids: Ids = here.ids, business = here.salon.slug) =>
  callRoute(system, route, { token, business, ids });
/** The token that the route is made for. */
const right = ({ audience }: Route, place: Place = here) =>
  audience === 'member' ? place.memberToken : place.salon.owner.token;

test('every operation has an example that the contract accepts', () => {
  for (const { name, operation, sample } of everyRoute()) {
    const placeholders = [...operation.path.matchAll(/\{(\w+)\}/g)]
      .map(([, id]) => id)
      .filter((id) => id !== 'business');
    expect([name, Object.keys(sample.path?.(missing) ?? {}).sort()]).toEqual([name, placeholders.sort()]);
    expect([name, sample.body !== undefined]).toEqual([name, operation.body !== undefined]);
    if (operation.body) expect([name, operation.body.safeParse(sample.body?.(missing)).success]).toEqual([name, true]);
    if (sample.query) expect([name, operation.query?.safeParse(sample.query).success]).toEqual([name, true]);
  }
});

describe.each(named(guarded))('%s', (_, route) => {
  const { audience } = route;

  test('answers whom it is for', async () => {
    // So that the refusals below are not the refusals of a broken example.
    expect([401, 403]).not.toContain((await call(route, right(route))).status);
  });

  test('refuses somebody who is not signed in', async () => {
    expect((await call(route, undefined)).status).toBe(401);
  });

  test('refuses a made-up token', async () => {
    expect((await call(route, 'eyJhbGciOiJub25lIn0.e30.')).status).toBe(401);
  });

  test(`refuses a ${audience === 'member' ? 'member of staff' : 'member'}`, async () => {
    expect((await call(route, audience === 'member' ? here.salon.owner.token : here.memberToken)).status).toBe(401);
  });

  test('refuses an ID token', async () => {
    const token = audience === 'member' ? here.memberIdToken : here.ownerIdToken;
    expect([401, 403]).toContain((await call(route, token)).status);
  });

  test('tells people of another salon as much as about a salon that does not exist', async () => {
    const stranger = right(route, elsewhere);
    const asked = await call(route, stranger);
    expect(asked.status).toBe(404);
    expect(visible(asked)).toEqual(visible(await call(route, stranger, here.ids, 'no-such-salon')));
  });

  for (const id of idsIn(route).inPath) {
    test(`tells as much about somebody else’s ${id} as about one that does not exist`, async () => {
      const ofNobody = await call(route, right(route), { ...here.ids, [id]: missing[id] });
      expect(ofNobody.status).toBe(404);
      const others = [elsewhere.ids[id], ...(isShared(route, id) ? [] : [neighbour[id]])];
      // A sequence counts within one member: the other's number is this one's as well.
      for (const foreign of id === 'sequence' ? [] : others) {
        const ofAnother = await call(route, right(route), { ...here.ids, [id]: foreign });
        expect(visible(ofAnother, foreign)).toEqual(visible(ofNobody, missing[id]));
      }
      for (const wrong of malformed) {
        const ofNonsense = await call(route, right(route), { ...here.ids, [id]: wrong[id] });
        expect([403, 404]).toContain(ofNonsense.status);
      }
    });
  }

  testIdsInBody(route);
});

/** What a body names is looked up in the caller's own salon only. */
function testIdsInBody(route: Route): void {
  for (const id of idsIn(route).inBody) {
    test(`tells as much about another salon’s ${id} in the body as about one that does not exist`, async () => {
      const token = route.audience === 'public' ? undefined : right(route);
      const ofNobody = await call(route, token, { ...here.ids, [id]: missing[id] });
      const ofAnother = await call(route, token, { ...here.ids, [id]: elsewhere.ids[id] });
      // Only asking for a fresh link says the same to everybody, always.
      if (route.name !== 'renewLink') expect(ofNobody.status).toBeGreaterThanOrEqual(400);
      expect(visible(ofAnother, elsewhere.ids[id])).toEqual(visible(ofNobody, missing[id]));
      for (const wrong of malformed) {
        const ofNonsense = await call(route, token, { ...here.ids, [id]: wrong[id] });
        expect([ofNonsense.status, ofNonsense.problem.code]).toEqual([400, 'malformed_request']);
      }
    });
  }
}

/** Staff may open every member of their salon; only what belongs to one member is apart. */
const isShared = ({ audience }: Route, id: keyof Ids) =>
  audience === 'staff' && (id === 'memberId' || id === 'staffId' || id === 'planId');

describe.each(named(routesOf('public')))('%s', (_, route) => {
  test('needs no session', async () => {
    const answer = await call(route, undefined);
    expect(answer.problem?.code).not.toBe('not_signed_in');
    expect(answer.status).toBeLessThan(500);
  });

  testIdsInBody(route);

  test('answers for no salon that does not exist, whatever its name looks like', async () => {
    for (const business of ['no-such-salon', 'A', '-', 'a--b', 'x'.repeat(60), '%00']) {
      expect([business, (await call(route, undefined, here.ids, business)).status]).toEqual([business, 404]);
    }
  });
});
