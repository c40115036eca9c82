import { beforeAll, describe, expect, test } from '@jest/globals';
import { rawCall } from '../../support/raw-call.ts';
import { openSalon, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

// 002-007, 002-008

const system = sharedSystem();
let salon: Scenario;

const people = [
  { firstName: 'José', lastName: 'Álvarez', email: 'jose.alvarez@example.com', phone: '+12125550102' },
  { firstName: 'Anna', lastName: 'Berger', email: 'anna.b@example.org', phone: '+493023125407' },
  { firstName: 'Anna', lastName: 'Weiß' },
  { firstName: 'Jürgen', lastName: 'Strauß', phone: '+493023125402' },
  { firstName: 'Phương Anh', lastName: 'Trần' },
  { firstName: 'Olivia', lastName: 'O’Brien' },
];

beforeAll(async () => {
  salon = await openSalon(system);
  for (const person of people) await salon.addClient(person);
});

const find = async (q: string) =>
  (await salon.owner.client.searchContacts({ query: { q } })).items.map(
    ({ firstName, lastName }) => `${firstName} ${lastName}`,
  );

test.each([
  ['jos', ['José Álvarez']],
  ['ÁLV', ['José Álvarez']],
  ['alvarez', ['José Álvarez']],
  ['strauss', ['Jürgen Strauß']],
  ['Strauß', ['Jürgen Strauß']],
  ['jurgen', ['Jürgen Strauß']],
  ['tran', ['Phương Anh Trần']],
  ['obrien', []],
  ['brien', ['Olivia O’Brien']],
  ['a', ['Anna Berger', 'Anna Weiß', 'José Álvarez', 'Phương Anh Trần']],
  ['anna be', ['Anna Berger']],
  ['weiss anna', ['Anna Weiß']],
  ['anna.b@', ['Anna Berger']],
  ['0407', []],
  ['5407', ['Anna Berger']],
  ['030 23125 40', ['Anna Berger', 'Jürgen Strauß']],
  ['+49 30 23125402', ['Jürgen Strauß']],
  ['(212) 555', ['José Álvarez']],
  ['zz', []],
])('“%s” finds %j', async (q, expected) => {
  expect((await find(q)).sort()).toEqual([...expected].sort());
});

test('with nothing typed, everybody is listed by last name', async () => {
  const names = await find('');
  expect(names).toEqual([
    'José Álvarez',
    'Anna Berger',
    'Olivia O’Brien',
    'Jürgen Strauß',
    'Phương Anh Trần',
    'Anna Weiß',
  ]);
});

test('a list longer than a page goes on where it stopped, without losing or repeating anybody', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 2, ...(cursor === undefined ? {} : { cursor }) };
    const page = await salon.owner.client.searchContacts({ query });
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...page.items.map(({ memberId }) => memberId));
    cursor = page.cursor;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(people.length);
  expect(new Set(seen).size).toBe(people.length);
});

describe('What a search costs', () => {
  test.each(['a', 'anna be', '030 23125'])('“%s” is one query', async (q) => {
    const path = `/${salon.slug}/staff/contacts?${new URLSearchParams({ q })}`;
    await rawCall(system, { path, token: salon.owner.token });
    const { requestId } = await rawCall(system, { path, token: salon.owner.token });
    const { tableOperations } = await system.requestLine(requestId);
    // Besides reading who is asking.
    expect(tableOperations.filter((operation) => operation === 'Query')).toHaveLength(1);
    expect(tableOperations).toHaveLength(2);
  });
});

test('a client with a new name is found by that one only', async () => {
  const memberId = await salon.addClient({ firstName: 'Petra', lastName: 'Vorher' });
  const { version, details } = await salon.owner.client.getMember({ path: { memberId } });
  const body = { version, details: { ...details, lastName: 'Nachher' } };
  await salon.owner.client.updateMember({ path: { memberId }, body });
  expect(await find('vorher')).toEqual([]);
  expect(await find('nachher')).toEqual(['Petra Nachher']);
  const stale = salon.owner.client.updateMember({ path: { memberId }, body });
  await expect(stale).rejects.toMatchObject({ problem: { code: 'conflicting_change' } });
});

test('who may not see how to reach a client does not see it here either', async () => {
  // 001-069
  const { client } = await salon.hire('cashier');
  const { items } = await client.searchContacts({ query: { q: 'berger' } });
  expect(items).toEqual([{ memberId: expect.any(String), firstName: 'Anna', lastName: 'Berger' }]);
});
