import { beforeAll, expect, test } from '@jest/globals';
import { addDays } from '../../../shared/domain/calendar.ts';
import { openPayingSalon, type PayingSalon } from '../../support/paying-salon.ts';
import { newEmail, newKey, password } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

const system = sharedSystem();
let salon: PayingSalon;

beforeAll(async () => {
  salon = await openPayingSalon(system, { visits: 2 });
}, 30_000);

/** The job, for an instant so many milliseconds from now: the shared clock stands still. */
const runJob = async (later = 0) =>
  system.invoke('run-migrations', { time: new Date((await system.clock.now()) + later).toISOString() });

test('a new price reaches members as it was shown: told by mail, seen in the portal, called off, as before (rule PC2)', async () => {
  const email = newEmail('moving');
  const memberId = await salon.addPayingMember({ firstName: 'Mia', lastName: 'Moving', email });
  const stays = await salon.addPayingMember({ firstName: 'Sara', lastName: 'Stays' });
  await salon.accept(await salon.invite(memberId), password);
  const { client } = salon.owner;
  const { plans } = await client.getSettings({});
  const [first] = plans;
  if (!first) throw new Error('the salon has a plan');
  const { planId, version: _, offered: __, ...terms } = first;
  const path = { planId };
  expect(await client.getMigration({ path })).toMatchObject({ impossible: 'no_earlier_version' });
  const dearer = { ...terms, price: { ...terms.price, amount: terms.price.amount + 1500 } };
  const { version } = await client.publishPlan({ body: { planId, terms: dearer }, idempotencyKey: newKey() });

  const kept = await salon.membershipOf(stays);
  const sara = { memberId: stays, membershipId: kept.membershipId };
  await client.keepVersion({ path: sara, body: { keeps: true } });
  const before = await salon.membershipOf(memberId);
  const from = addDays(salon.today, 31);
  const shown = await client.previewMigration({ path, body: { version, from } });
  expect(shown.excluded).toMatchObject([{ name: 'Sara Stays', why: 'kept' }]);
  expect(shown.moving).toMatchObject([{ name: 'Mia Moving', before: 10_000, after: 11_500 }]);
  const { clients, done, before: was, after } = shown.count;
  const body = { version, from, seen: { clients, done, before: was, after } };
  await client.moveMembers({ path, body, idempotencyKey: newKey() });
  await runJob();
  await system.idle();
  expect((await client.getMigration({ path })).migration).toMatchObject({ state: 'moved', count: { done: 1 } });

  const bill = shown.moving[0]?.on;
  const moved = await salon.membershipOf(memberId);
  expect(moved).toMatchObject({ upcoming: { total: { amount: 10_000 } } });
  expect(moved.pendingChange).toMatchObject({
    reason: 'new_version',
    effectiveOn: bill,
    plan: { rules: { gross: 11_500 } },
  });
  // Mails of jobs leave in the morning; at the hour of the shared clock that is now.
  const mails = async () => (await salon.subjectsTo(email)).filter((subject) => !/receipt|card|welcome/i.test(subject));
  await expect(mails()).resolves.toEqual(
    expect.arrayContaining([expect.stringMatching(/^The new price of your membership from /)]),
  );
  await client.undoMigration({ path, body: { version }, idempotencyKey: newKey() });
  await runJob(61_000);
  await system.idle();
  expect((await client.getMigration({ path })).migration).toMatchObject({ state: 'undone', count: { done: 1 } });
  expect(await salon.membershipOf(memberId)).toEqual(before);
  expect(await mails()).toEqual(expect.arrayContaining(['Your membership stays as it is']));
});
