import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { freshForSeconds } from '../../functions/runtime/configuration-cache.ts';
import { openInbox } from '../../local/seed/inbox.ts';
import type { FeatureSwitches, Locale } from '../../shared/domain/business.ts';
import type { MemberDetails } from '../../shared/domain/member.ts';
import type { Role } from '../../shared/domain/permission.ts';
import type { Benefit } from '../../shared/domain/plan.ts';
import { memberClient, publicClient, type StaffClient, staffClient } from './clients.ts';
import type { System } from './system.ts';

export const password = 'a-long-enough-test-password';
/** A key for one intended effect. */
export const newKey = (): string => randomBytes(16).toString('base64url');
/** An address that no other test has. */
export const newEmail = (name: string): string => `${name}-${randomBytes(6).toString('hex')}@example.com`;

export interface Colleague {
  readonly staffId: string;
  readonly email: string;
  readonly token: string;
  readonly client: StaffClient;
}

/** A salon of its own for one suite, with one service and a plan of `visits` visits of it a month. */
export type Scenario = Awaited<ReturnType<typeof openSalon>>;

/** Creates a business as an operator, accepts as its owner, and sets up a service, a second one, and a plan. */
export async function openSalon(
  system: System,
  given: { readonly visits?: number; readonly locale?: Locale; readonly timeZone?: string } = {},
) {
  const { visits = 5, locale = 'en-US', timeZone = 'America/New_York' } = given;
  const slug = `t${randomBytes(6).toString('hex')}`;
  const inbox = openInbox(system.mails);
  const visitor = publicClient(system, slug);
  const ownerEmail = newEmail('owner');
  const business = { slug, name: 'Test Salon', timeZone, currency: 'USD', locale };
  // An invocation has no time of its own; the tests' clock is not that of the wall.
  const at = await system.clock.now();
  await system.invoke('create-business', { ...business, ownerEmail, ownerName: 'Olga Owner', at });

  async function join(email: string): Promise<Omit<Colleague, 'staffId'>> {
    const token = await inbox.token(email);
    const { accessToken } = await visitor.acceptStaffInvitation({ body: { token, password } });
    return { email, token: accessToken, client: staffClient(system, slug, accessToken) };
  }
  const owner = await join(ownerEmail);
  const { staffId: ownerId } = await owner.client.getStaffSelf({});

  const price = { amount: 10_000, currency: 'USD' } as const;
  const haircut = { name: 'Haircut', oneVisit: 'haircut visit', visits: 'haircut visits', price };
  const facial = { name: 'Facial', oneVisit: 'facial visit', visits: 'facial visits', price };
  const save = (body: typeof haircut) => owner.client.saveService({ body, idempotencyKey: newKey() });
  const { serviceId } = await save(haircut);
  const { serviceId: otherServiceId } = await save(facial);

  async function publish(benefits: Benefit[], visitAllowance: number | 'unlimited'): Promise<string> {
    const renewal = { kind: 'until_cancelled' } as const;
    const interval = { unit: 'month', count: 1 } as const;
    const terms = { name: 'Monthly', tier: 'Gold', price, interval, benefits, visitAllowance, renewal };
    return (await owner.client.publishPlan({ body: { terms }, idempotencyKey: newKey() })).planId;
  }
  const planId = await publish([{ kind: 'visits', key: 'cuts', serviceIds: [serviceId], units: visits }], visits);
  const { today } = await owner.client.getSettings({});

  async function addClient(details: Partial<MemberDetails> = {}): Promise<string> {
    const body = { firstName: 'Mia', lastName: 'Member', ...details };
    return (await owner.client.createMember({ body, idempotencyKey: newKey() })).memberId;
  }

  return {
    slug,
    visitor,
    inbox,
    today,
    owner: { ...owner, staffId: ownerId },
    serviceId,
    otherServiceId,
    planId,
    publish,
    addClient,

    /** A colleague who has accepted the invitation. */
    async hire(role: Role): Promise<Colleague> {
      const email = newEmail(role);
      const body = { name: `Robin ${role}`, email, role };
      const { staffId } = await owner.client.inviteStaff({ body, idempotencyKey: newKey() });
      return { staffId, ...(await join(email)) };
    },

    /** What members may do by themselves, as the owner sets it; returns when no function acts on the old switches. */
    async letMembers(switches: Partial<FeatureSwitches>): Promise<void> {
      const { version, business } = await owner.client.getSettings({});
      await owner.client.updateBusiness({ body: { version, features: { ...business.features, ...switches } } });
      await wait((freshForSeconds + 0.5) * 1000);
    },

    /** A client in the plan since today. */
    async addMember(details: Partial<MemberDetails> = {}): Promise<string> {
      const memberId = await addClient(details);
      const body = { planId, startsOn: today, paidBy: 'terminal' } as const;
      await owner.client.enrolMember({ path: { memberId }, body, idempotencyKey: newKey() });
      return memberId;
    },

    /** Sends the portal invitation and takes its token out of the mail. */
    async invite(memberId: string): Promise<string> {
      const { to } = await owner.client.sendPortalInvite({ path: { memberId }, body: {}, idempotencyKey: newKey() });
      return inbox.token(to);
    },

    /** Accepts a portal invitation; without a password, as somebody who has one. */
    async accept(token: string, secret?: string) {
      const body = { token, ...(secret === undefined ? {} : { password: secret }) };
      const session = await visitor.acceptInvitation({ body });
      return { ...session, client: memberClient(system, slug, session.accessToken) };
    },

    /** Uses visits of the salon's first service. */
    redeem: (memberId: string, units = 1, idempotencyKey = newKey(), client = owner.client) =>
      client.redeemCredit({ path: { memberId }, body: { kind: 'visits', serviceId, units }, idempotencyKey }),
  };
}
