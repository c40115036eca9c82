import { addDays } from '../../shared/domain/calendar.ts';
import { keyFor, once } from './calls.ts';
import type { Catalogue } from './catalogue.ts';
import { enterCard } from './provider-pages.ts';
import type { Salon, SeedCard, SeedClient, Use } from './salon.ts';
import { startDate } from './start-date.ts';
import type { Team } from './team.ts';
import type { Visitor } from './world.ts';

type AnyClient = SeedClient<string, string>;

/** One client at the desk: whose hands do what is as it would be on a salon's day. */
export interface Desk {
  readonly salon: Salon;
  readonly catalogue: Catalogue;
  readonly team: Team;
  /** Somebody without a session, as the browser is that comes back from the provider. */
  readonly visitor: Visitor;
  /** No earlier run has begun this salon: nobody has a password yet. */
  readonly isNew: boolean;
}

/** Tells a client's story up to today, except for the portal. Resolves to the client's id. */
export async function tellStory(desk: Desk, client: AnyClient, turn: number): Promise<string> {
  const { team } = desk;
  const memberId = await addClient(desk, client);
  const key = (...names: string[]) => keyFor(desk.salon.slug, ...client.name, ...names);
  await joinPlan(desk, client, memberId);
  for (const [index, use] of (client.uses ?? []).entries()) await takeVisit(desk, client, memberId, use, turn + index);
  await pause(desk, client, memberId);
  await giveCredits(desk, client, memberId);
  await correctBalance(desk, client, memberId);
  for (const [index, text] of (client.notes ?? []).entries()) {
    await team.practitioner.addNote({
      path: { memberId },
      body: { text },
      idempotencyKey: key('note', String(index)),
    });
  }
  return memberId;
}

async function addClient({ salon, team }: Desk, client: AnyClient): Promise<string> {
  const { name, email, phone, birthday, language, care } = client;
  // Only people who treat clients may write down what concerns their skin and hair.
  const { memberId } = await (care ? team.manager : team.receptionist).createMember({
    body: {
      firstName: name[0],
      lastName: name[1],
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
      ...(birthday ? { birthday } : {}),
      ...(language ? { language } : {}),
      ...(care ? { care } : {}),
    },
    idempotencyKey: keyFor(salon.slug, ...name, 'create'),
  });
  return memberId;
}

async function joinPlan(desk: Desk, client: AnyClient, memberId: string): Promise<void> {
  const { salon, catalogue, team } = desk;
  if (!client.joins) return;
  const plan = salon.plans[client.joins.plan];
  if (!plan) throw new Error(`${salon.name} has no plan ${client.joins.plan}.`);
  const { card } = client.joins;
  const startsOn = startDate(client.joins.starts, plan, catalogue.today);
  await once(
    team.receptionist.enrolMember({
      path: { memberId },
      body: {
        planId: catalogue.planId(client.joins.plan),
        startsOn,
        payment: card === undefined ? 'at_the_desk' : 'card',
      },
      idempotencyKey: keyFor(salon.slug, ...client.name, 'enrol'),
    }),
  );
  if (card !== undefined) await putCardOnFile(desk, client, memberId, card);
}

/** The client enters the card on the provider's page, opened at the desk; coming back from it puts the card on file. */
async function putCardOnFile(
  { salon, catalogue, team, visitor }: Desk,
  { name }: AnyClient,
  memberId: string,
  card: SeedCard,
): Promise<void> {
  const { billing } = await team.receptionist.getMember({ path: { memberId } });
  if (billing?.card) return;
  const idempotencyKey = keyFor(salon.slug, ...name, 'card');
  const { url } = await team.receptionist.startClientCardUpdate({ path: { memberId }, body: {}, idempotencyKey });
  const sessionId = await enterCard(url, card, name.join(' '), catalogue.today);
  await visitor.completeCheckout({ body: { sessionId } });
}

async function takeVisit(
  { salon, catalogue, team }: Desk,
  { name }: AnyClient,
  memberId: string,
  use: Use<string>,
  turn: number,
): Promise<void> {
  const key = (what: string) => keyFor(salon.slug, ...name, what, String(turn));
  const used = await once(
    team[turn % 3 === 0 ? 'practitioner' : 'cashier'].redeemCredit({
      path: { memberId },
      body: {
        kind: use.amount === undefined ? 'visits' : 'allowance',
        serviceId: catalogue.serviceId(use.service),
        units: use.amount ?? use.units ?? 1,
        locationId: catalogue.locationId(turn),
      },
      idempotencyKey: key('redeem'),
    }),
  );
  const sequence = used?.sequences[0];
  if (!use.undone || sequence === undefined) return;
  await once(team.receptionist.undoRedemption({ path: { memberId, sequence }, body: {}, idempotencyKey: key('undo') }));
}

async function pause({ salon, catalogue, team }: Desk, { name, paused }: AnyClient, memberId: string): Promise<void> {
  if (!paused) return;
  const { memberships } = await team.receptionist.getMember({ path: { memberId } });
  const membershipId = memberships[0]?.membershipId;
  if (membershipId === undefined) throw new Error(`${name.join(' ')} has no membership to pause.`);
  const lastDay = addDays(catalogue.today, paused.days - 1);
  await once(
    team.receptionist.pauseMembership({
      path: { memberId, membershipId },
      body: { start: 'now', end: { kind: 'last_day', lastDay }, reason: paused.reason },
      idempotencyKey: keyFor(salon.slug, ...name, 'pause'),
    }),
  );
}

async function giveCredits({ salon, catalogue, team }: Desk, client: AnyClient, memberId: string): Promise<void> {
  if (!client.gift) return;
  const { services, units, forDays, reason, note } = client.gift;
  await once(
    team.manager.grantCredit({
      path: { memberId },
      body: {
        kind: 'visits',
        serviceIds: services.map(catalogue.serviceId),
        units,
        reason,
        ...(forDays === undefined ? {} : { expiresOn: addDays(catalogue.today, forDays) }),
        ...(note === undefined ? {} : { note }),
      },
      idempotencyKey: keyFor(salon.slug, ...client.name, 'gift'),
    }),
  );
}

async function correctBalance({ salon, team }: Desk, client: AnyClient, memberId: string): Promise<void> {
  if (!client.correction) return;
  const { credits } = await team.manager.getMember({ path: { memberId } });
  const bucketId = credits[0]?.buckets[0]?.bucketId;
  if (bucketId === undefined) throw new Error(`${client.name.join(' ')} has no credits to correct.`);
  await once(
    team.manager.adjustCredit({
      path: { memberId, bucketId },
      body: { ...client.correction, reason: 'correction' },
      idempotencyKey: keyFor(salon.slug, ...client.name, 'correct'),
    }),
  );
}
