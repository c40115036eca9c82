import { describe, expect, test } from '@jest/globals';
import { newEmail, newKey, openSalon, password } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

const system = sharedSystem();

/** Words that appear nowhere else: finding one of them in the wrong place is a leak. */
const canary = {
  note: 'canary-note-between-colleagues',
  allergy: 'canary-allergy',
  formula: 'canary-formula',
  reason: 'canary-reason-of-a-correction',
  phone: '+12125550177',
};

async function salonWithSecrets() {
  const salon = await openSalon(system);
  const email = newEmail('canary');
  const memberId = await salon.addMember({
    firstName: 'Canaria',
    lastName: 'Vogelsang',
    email,
    phone: canary.phone,
    care: { allergies: canary.allergy, formulas: canary.formula },
  });
  const { client } = salon.owner;
  await client.addNote({ path: { memberId }, body: { text: canary.note }, idempotencyKey: newKey() });
  const [group] = (await client.getMember({ path: { memberId } })).credits;
  await client.adjustCredit({
    path: { memberId, bucketId: group?.buckets[0]?.bucketId ?? '' },
    body: { available: 3, reason: 'correction', note: canary.reason },
    idempotencyKey: newKey(),
  });
  const session = await salon.accept(await salon.invite(memberId), password);
  return { salon, memberId, email, session };
}

describe('what stays among staff', () => {
  test('a client never receives notes, care details or the reason of a correction (002-022, 001-005 … 001-008)', async () => {
    const { memberId, session } = await salonWithSecrets();
    const answers = JSON.stringify([
      session.profiles,
      await session.client.getDashboard({ path: { memberId } }),
      await session.client.listOwnCreditEntries({ path: { memberId } }),
    ]);
    for (const word of [canary.note, canary.allergy, canary.formula, canary.reason])
      expect(answers).not.toContain(word);
    // 002-030: the correction itself is in the timeline.
    expect(answers).toContain('ADJUST');
  });

  test('colleagues see of a client what their work needs (001-004, 001-035, 001-069)', async () => {
    const { salon, memberId, email } = await salonWithSecrets();
    const seen = async (role: 'receptionist' | 'practitioner' | 'cashier' | 'accountant') => {
      const { client } = await salon.hire(role);
      const page = await client.getMember({ path: { memberId } });
      const found = await client.searchContacts({ query: { q: 'vogelsang' } });
      const text = JSON.stringify([page, found]);
      return { contact: text.includes(email) || text.includes(canary.phone), care: text.includes(canary.allergy) };
    };
    expect(await seen('receptionist')).toEqual({ contact: true, care: false });
    expect(await seen('practitioner')).toEqual({ contact: false, care: true });
    expect(await seen('cashier')).toEqual({ contact: false, care: false });
    expect(await seen('accountant')).toEqual({ contact: false, care: false });
  });

  test('who cannot see a detail cannot erase it by saving the rest', async () => {
    const { salon, memberId } = await salonWithSecrets();
    const { client } = await salon.hire('receptionist');
    const { version, details } = await client.getMember({ path: { memberId } });
    await client.updateMember({ path: { memberId }, body: { version, details: { ...details, firstName: 'Caro' } } });
    const after = await salon.owner.client.getMember({ path: { memberId } });
    expect(after.details).toMatchObject({ firstName: 'Caro', care: { allergies: canary.allergy } });
  });

  test('logs and events name nobody: no address, no number, no words of a person', async () => {
    const { email } = await salonWithSecrets();
    await system.idle();
    const [logs, events] = await Promise.all(
      ['logs', 'events'].map(async (what) => (await fetch(`${system.url}/_local/${what}`)).text()),
    );
    expect(logs).toContain('createMember');
    expect(events).toContain('member.invited');
    for (const word of [email, canary.phone, 'Vogelsang', password, ...Object.values(canary)]) {
      expect(logs).not.toContain(word);
      expect(events).not.toContain(word);
    }
  });
});
