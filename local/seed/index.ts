import * as z from 'zod/mini';
import { Role } from '../../shared/domain/permission.ts';
import { type Account, type AccountKind, type Accounts, accountOf, byKind, memberAccounts } from './accounts.ts';
import { aurora } from './aurora.ts';
import { aFewAtATime, unless } from './calls.ts';
import { setUp } from './catalogue.ts';
import { tellStory } from './client-story.ts';
import { tellEstimate } from './estimates.ts';
import { openInbox, type ReceivedMail } from './inbox.ts';
import { lindenhof } from './lindenhof.ts';
import { type Known, openPortal } from './portal-logins.ts';
import type { Salon } from './salon.ts';
import { hireTeam } from './team.ts';
import { startWork, visitorAt, type World } from './world.ts';

export type { Account, Accounts } from './accounts.ts';

/**
 * Makes two living salons through the API, as operator, owner, staff and members would. Can be repeated: what an
 * interrupted run has done is found again for three days, as long as the API remembers replies.
 *
 * @param options.api address of the API, e.g. `http://localhost:4000/api`
 * @param options.invoke runs a function of the assembly by its name in the contract; rejects when it fails
 * @param options.mails every mail of the laptop's inbox, oldest first
 * @param options.now the laptop's clock, milliseconds since 1970
 * @throws ProblemError when the API refuses something, Error when a mail does not arrive.
 */
export async function seed(options: {
  readonly api: string;
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>;
  readonly mails: () => Promise<readonly ReceivedMail[]>;
  readonly now: () => number;
  readonly progress?: (text: string) => void;
}): Promise<Accounts> {
  const { api, invoke, mails, now, progress = () => {} } = options;
  const world: World = { api, invoke, now, inbox: openInbox(mails), progress };
  const [forAurora, forLindenhof] = await Promise.all([makeSalon(world, aurora), makeSalon(world, lindenhof)]);
  return { aurora: forAurora, lindenhof: forLindenhof };
}

async function makeSalon(world: World, salon: Salon): Promise<Record<AccountKind, Account>> {
  const { progress } = world;
  const isNew = await foundBusiness(world, salon);
  const owner = await startWork(world, salon.slug, salon.team.owner.email, isNew);
  progress(`${salon.name}: the owner has signed in`);
  const [catalogue, team] = await Promise.all([setUp(salon, owner), hireTeam(world, salon, owner, isNew)]);
  progress(`${salon.name}: services, plans and a team of ${Role.options.length}`);

  const desk = { salon, catalogue, team, visitor: visitorAt(world, salon.slug), isNew };
  const known: Known[] = [];
  await aFewAtATime([...salon.clients.entries()], async ([turn, client]) => {
    known[turn] = [client, await tellStory(desk, client, turn)];
  });
  progress(`${salon.name}: ${known.length} clients`);

  await aFewAtATime(householdsOf(known), (household) => openPortal(world, desk, household));
  progress(`${salon.name}: portal invitations sent and accepted`);
  await aFewAtATime(known, (client) => tellEstimate(world, desk, client));
  return accountsOf(salon);
}

/** Creates the business as an operator does. False when an earlier run has. */
async function foundBusiness(world: World, salon: Salon): Promise<boolean> {
  const { slug, name, timeZone, currency, locale, team } = salon;
  if (await unless('not_found', visitorAt(world, slug).getBusiness({}))) return false;
  const { name: ownerName, email: ownerEmail } = team.owner;
  const given = { slug, name, timeZone, currency, locale, ownerEmail, ownerName };
  // An invocation has no time of its own: without `at`, the link in the mail would be as old as the clock is ahead.
  const answer = Answer.parse(await world.invoke('createBusiness', { ...given, at: world.now() }));
  if (!answer.ok) throw new Error(`${name} could not be created. ${answer.detail}`);
  return true;
}

const Answer = z.object({ ok: z.boolean(), detail: z.optional(z.string()) });

/** Clients for the portal, those with one address together and in their order. */
function householdsOf(known: readonly Known[]): (readonly Known[])[] {
  const invited = known.filter(([client]) => client.portal !== undefined);
  return [...Map.groupBy(invited, ([client]) => client.email).values()];
}

function accountsOf(salon: Salon): Record<AccountKind, Account> {
  const staff = Role.options.map((role) => accountOf(salon, 'staff', role, salon.team[role]));
  const members = salon.clients.flatMap(({ account, name, email }) =>
    account && email ? [accountOf(salon, 'member', account, { name: name.join(' '), email })] : [],
  );
  return byKind([...staff, ...members], [...Role.options, ...memberAccounts]);
}
