import { describe, expect, test } from '@jest/globals';
import { type Account, seed } from '../../../local/seed/index.ts';
import { isReadable } from '../../../shared/domain/brand.ts';
import { Language } from '../../../shared/domain/business.ts';
import { permissionsOf, Role } from '../../../shared/domain/permission.ts';
import { groupKeyOf } from '../../../shared/domain/statement-moves.ts';
import { numberInWords, statementInWords } from '../../../shared/wording/describe-statement.ts';
import { tongueOf } from '../../../shared/wording/words.ts';
import { memberClientFor, publicClient, staffClientFor } from '../../support/clients.ts';
import { sharedSystem } from '../../support/system.ts';

const system = sharedSystem();
const slugs = ['aurora', 'lindenhof'] as const;
const account = (slug: (typeof slugs)[number], kind: string): Account => {
  const found = Object.values(system.accounts[slug]).find((one) => one.kind === kind);
  if (!found) throw new Error(`no account for ${kind} at ${slug}`);
  return found;
};

test('the two salons differ in zone, currency and language', async () => {
  const businesses = await Promise.all(slugs.map((slug) => publicClient(system, slug).getBusiness({})));
  expect(businesses.map(({ currency, locale }) => [currency, locale])).toEqual([
    ['USD', 'en-US'],
    ['EUR', 'de-DE'],
  ]);
  for (const { brand } of businesses) expect(isReadable(brand.colour)).toBe(true);
});

describe.each(slugs)('%s', (slug) => {
  test.each(Role.options)('the %s can sign in and has that role', async (role) => {
    const client = await staffClientFor(system, account(slug, role));
    const self = await client.getStaffSelf({});
    expect(self).toMatchObject({ role, name: account(slug, role).name, state: 'active' });
    expect(self.permissions).toEqual(permissionsOf[role]);
  });

  test('has some thirty clients in a believable variety', async () => {
    const client = await staffClientFor(system, account(slug, 'owner'));
    const { items } = await client.searchContacts({ query: { limit: 100 } });
    expect(items.length).toBeGreaterThanOrEqual(30);
    expect(items.some(({ email }) => email === undefined)).toBe(true);
    expect(items.some(({ phone }) => phone === undefined)).toBe(true);
    const pages = await Promise.all(items.map(({ memberId }) => client.getMember({ path: { memberId } })));
    const statuses = new Set(pages.flatMap(({ memberships }) => memberships.map(({ status }) => status)));
    for (const status of ['active', 'renewal_pending', 'scheduled', 'paused', 'expired'] as const)
      expect(statuses).toContain(status);
    // What rests in a pause is shown as that, and not as something to use (rule P3).
    expect(pages.some(({ waiting }) => waiting.length > 0)).toBe(true);
    const states = new Set(pages.map(({ portal }) => portal?.state));
    expect([...states].sort()).toEqual(['can_sign_in', 'invited', 'no_email', 'not_invited']);
    expect(pages.filter(({ portal }) => portal?.mismatch)).toHaveLength(1);
    const anchors = new Set(pages.flatMap(({ memberships }) => memberships.map(({ since }) => since.slice(-2))));
    for (const day of ['29', '30', '31']) expect(anchors).toContain(day);
  });

  test('every number of every client is exactly what its explanation adds up to, in both languages', async () => {
    // 000-012, 001-080: the sentences say it, the last line is the number.
    const client = await staffClientFor(system, account(slug, 'owner'));
    const { business, services } = await client.getSettings({});
    const { items } = await client.searchContacts({ query: { limit: 100 } });
    let explained = 0;
    for (const { memberId } of items) {
      const [page, { today, statements }] = await Promise.all([
        client.getMember({ path: { memberId } }),
        client.explainBalance({ path: { memberId } }),
      ]);
      for (const { kind, serviceIds, available } of page.credits.filter((group) => group.available > 0)) {
        const statement = statements.find((one) => groupKeyOf(one) === groupKeyOf({ kind, serviceIds }));
        const { opening, moves } = statement ?? { opening: { units: 0 }, moves: [] };
        expect(moves.reduce((sum, { units }) => sum + units, opening.units)).toBe(available);
        expect(statement?.balance).toBe(available);
        explained += 1;
        for (const language of Language.options) {
          const tongue = tongueOf(language, business.locale);
          const context = { today, currency: business.currency, services, tongue };
          if (!statement) continue;
          const { lines } = statementInWords(statement, context);
          expect(lines.at(-1)?.left).toBe(numberInWords(statement, available, context));
          for (const { text } of lines) expect(text).not.toMatch(/undefined|NaN|_|^$/);
        }
      }
    }
    expect(explained).toBeGreaterThan(items.length / 2);
  });

  test('of everything that a client has it is said when it is lost, or that it stays', async () => {
    // 000-013, 001-011
    const client = await staffClientFor(system, account(slug, 'owner'));
    const { items } = await client.searchContacts({ query: { limit: 100 } });
    let losing = 0;
    for (const { memberId } of items) {
      const [page, { losses, lasting, today }] = await Promise.all([
        client.getMember({ path: { memberId } }),
        client.forecastCredits({ path: { memberId } }),
      ]);
      const sum = (parts: readonly { readonly units: number }[]) => parts.reduce((all, { units }) => all + units, 0);
      const usable = page.credits.reduce((all, { available }) => all + available, 0);
      expect(sum(losses) + sum(lasting)).toBeGreaterThanOrEqual(usable);
      for (const { lastDay } of losses) expect(lastDay >= today).toBe(true);
      losing += losses.length;
    }
    expect(losing).toBeGreaterThan(items.length / 2);
  });

  test('the member has much to see', async () => {
    const { client, profiles } = await memberClientFor(system, account(slug, 'member'));
    const memberId = profiles[0]?.memberId ?? '';
    const page = await client.getDashboard({ path: { memberId } });
    expect(page.memberships).toMatchObject([{ usability: 'usable' }]);
    expect(new Set(page.credits.map(({ kind }) => kind))).toEqual(new Set(['visits', 'allowance']));
    const { items } = await client.listOwnCreditEntries({ path: { memberId }, query: {} });
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['GRANT', 'CONSUME', 'RESTORE']));
    // What was given back shortly before its end says that it may be used for longer (rule C7).
    const restored = items.find(({ kind }) => kind === 'RESTORE');
    expect(restored?.extendsTo).toBe(restored?.expiresOn);
    expect(restored?.extendsTo).toBeDefined();
  });

  test('the other members show one thing each', async () => {
    const pageOf = async (kind: string) => {
      const { client, profiles } = await memberClientFor(system, account(slug, kind));
      const pages = profiles.map(({ memberId }) => client.getDashboard({ path: { memberId } }));
      return Promise.all(pages);
    };
    expect((await pageOf('parent')).map(({ profile }) => profile.firstName)).toHaveLength(2);
    expect(await pageOf('memberWithoutMembership')).toMatchObject([{ memberships: [], credits: [] }]);
    expect(await pageOf('memberUsedUp')).toMatchObject([{ memberships: [{ usability: 'usable' }], credits: [] }]);
    expect(await pageOf('memberStartsLater')).toHaveLength(1);
    expect(await pageOf('memberPaused')).toMatchObject([
      { memberships: [{ status: 'paused', upcoming: {}, pause: { by: 'staff' } }] },
    ]);
    expect(await pageOf('memberWithOtherEmail')).toMatchObject([
      { signedInAs: account(slug, 'memberWithOtherEmail').email },
    ]);
  });
});

test('Aurora has an estimate that awaits its member’s answer and one that is accepted, Lindenhof one in German', async () => {
  // 004-047
  const open = async (slug: (typeof slugs)[number]) => {
    const { client, profiles } = await memberClientFor(system, account(slug, 'member'));
    const { items } = await client.listOwnEstimates({ path: { memberId: profiles[0]?.memberId ?? '' } });
    return items;
  };
  expect(await open('aurora')).toMatchObject([{ state: 'open', total: { amount: 49_638, currency: 'USD' } }]);
  expect(await open('lindenhof')).toMatchObject([{ state: 'open', total: { amount: 33_600, currency: 'EUR' } }]);
  const owner = await staffClientFor(system, account('aurora', 'owner'));
  const { items, counts } = await owner.listAllEstimates({ query: { show: 'accepted' } });
  expect(items).toMatchObject([{ firstName: 'Olivia', title: 'Wedding day on the coast' }]);
  expect(counts).toEqual({ open: 1, accepted: 1, unpaid: 0, declined: 0, expired: 0 });
});

test('making them again changes nothing', async () => {
  const owner = await staffClientFor(system, account('aurora', 'owner'));
  const state = async () => {
    const { items } = await owner.searchContacts({ query: { limit: 100 } });
    const { plans, services } = await owner.getSettings({});
    const pages = await Promise.all(items.map(({ memberId }) => owner.getMember({ path: { memberId } })));
    const { counts } = await owner.listAllEstimates({ query: {} });
    const clients = pages.map(({ details, credits, portal }) => ({ details, credits, portal }));
    return { plans, services, counts, clients };
  };
  const before = await state();
  const again = await seed({
    api: system.api,
    mails: system.mails,
    now: Date.now,
    invoke: () => Promise.reject(new Error('nothing is left to create')),
  });
  expect(again).toEqual(system.accounts);
  expect(await state()).toEqual(before);
}, 120_000);
