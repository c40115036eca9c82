import { expect, test } from '@jest/globals';
import { profileWrites } from '../../functions/store/profile-row.ts';
import { type Profile, Profile as ProfileSchema } from '../../shared/domain/member.ts';
import { billingDesk } from '../support/billing-desk.ts';
import { billingWorldForTests, memberId, slug } from '../support/billing-world.ts';

const email = 'mia@example.com';
/** Every field that a profile can have beside what staff write down. */
const rest = {
  createdOn: '2026-01-31',
  logins: [{ loginId: 'b0000000-0000-4000-8000-000000000001', email, linkedAt: 1 }],
  invitation: { invitationId: 'inv_01JAB000000000000000000001', to: email, requestedAt: 1, sentAt: 2, acceptedAt: 3 },
  unsubscribed: ['service', 'expiry_alerts'],
  undeliverable: { email, since: 4, why: 'bounce' },
} satisfies Partial<Profile>;

// Rules M1, M4: what a client has ended stays ended, and an address that bounced is not written to again
test('an edit of a client’s details leaves alone what is not among them', async () => {
  const world = await billingWorldForTests();
  const desk = await billingDesk(world);
  const before = (await world.member()).profileRow;
  const { firstName, lastName } = before.value.profile;
  const profile = { memberId, firstName, lastName, email, ...rest };
  // A field that is added to profiles has to be thought of here.
  expect(Object.keys(ProfileSchema.shape).sort()).toEqual(
    [...Object.keys(profile), 'phone', 'birthday', 'language', 'care', 'company'].sort(),
  );
  await world.table.commit(profileWrites(slug, before, profile));

  const details = {
    firstName: 'Mia',
    lastName: 'Married',
    email,
    phone: '+12125550140',
    birthday: '1990-02-28',
    company: 'Acme',
  };
  const { version } = (await desk.ask('GET {member}')).body;
  expect((await desk.call('PUT {member}', { version, details })).status).toBe(200);
  expect((await world.member()).profile).toEqual({ memberId, ...details, ...rest });

  const without = { firstName: 'Mia', lastName: 'Married' };
  expect((await desk.call('PUT {member}', { version: version + 1, details: without })).status).toBe(200);
  expect((await world.member()).profile).toEqual({ memberId, ...without, ...rest });
});
