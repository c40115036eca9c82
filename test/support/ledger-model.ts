import { expect } from '@jest/globals';
import fc from 'fast-check';
import { takeDispute } from '../../functions/billing/dispute.ts';
import { expireAccount } from '../../functions/jobs/expire-credits.ts';
import { keys } from '../../functions/store/keys.ts';
import { closingOf, firstLedgerBook } from '../../functions/store/ledger-rows.ts';
import { profileWrites } from '../../functions/store/profile-row.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert } from '../../functions/store/table.ts';
import { addDays, localDateOf } from '../../shared/domain/calendar.ts';
import type { CreditAccount, Entry } from '../../shared/domain/credit-account.ts';
import { balanceAt } from '../../shared/domain/credit-history.ts';
import { billingDesk } from './billing-desk.ts';
import { billingWorldForTests, goldPlan, memberId, slug } from './billing-world.ts';
import { type Books, booksOf, expectInOrder } from './ledgers.ts';

export const friendId = 'mbr_01JAB000000000000000000002';
const people = [memberId, friendId] as const;
const facial = 'svc_01JAB000000000000000000001';
const oneDay = 86_400_000;

const who = fc.constantFrom(memberId, memberId, memberId, friendId);
const pick = fc.nat(99);
const kind = fc.constantFrom('visits' as const, 'allowance' as const);
/** So many days, or without an end. */
const lasting: fc.Arbitrary<number | null> = fc.option(fc.integer({ min: 1, max: 40 }));
const units = fc.integer({ min: 1, max: 4 });
const record = <Asked>(model: { readonly [Key in keyof Asked]: fc.Arbitrary<Asked[Key]> }) =>
  fc.record(model) as fc.Arbitrary<Asked>;

/** Everything that changes credits or account credit, by whom it may come: the desk, time, the bank. With how often. */
const steps = {
  redeem: [6, record({ who, kind, units })],
  undo: [3, record({ who, pick })],
  /** Days on which the schedules run, or none of them do. */
  days: [6, record({ days: fc.integer({ min: 1, max: 20 }), jobs: fc.constantFrom(true, true, false) })],
  give: [2, record({ who, kind, units, days: lasting })],
  adjust: [2, record({ who, pick, to: fc.nat(5) })],
  money: [2, record({ who, amount: fc.integer({ min: -3000, max: 9000 }) })],
  passOn: [4, record({ pick, units: fc.integer({ min: 1, max: 2 }), back: fc.boolean() })],
  pause: [
    3,
    record({
      start: fc.constantFrom('now' as const, 'period_end' as const),
      days: fc.integer({ min: 7, max: 40 }),
      dates: fc.constantFrom('shift' as const, 'keep' as const),
      benefits: fc.constantFrom('frozen' as const, 'frozen' as const, 'usable' as const),
    }),
  ],
  changePause: [3, record({ days: lasting })],
  /** The next bill fails, and so do the tries of some days after it; then the card works again. */
  failedBill: [3, record({ daysAfter: fc.nat(16) })],
  collect: [4, record({ way: fc.constantFrom('payment' as const, 'retry' as const, 'void' as const) })],
  refund: [2, record({ pick, share: fc.integer({ min: 1, max: 10 }), takeBack: fc.boolean() })],
  dispute: [1, record({ pick, state: fc.constantFrom('open' as const, 'won' as const, 'lost' as const) })],
  share: [1, record({ on: fc.boolean() })],
  useShared: [2, record({ units })],
  cancel: [1, record({ when: fc.constantFrom('period_end' as const, 'now' as const) })],
  undoCancel: [1, record({})],
  enrol: [2, record({ who })],
} as const satisfies Record<string, readonly [number, fc.Arbitrary<object>]>;

type Steps = typeof steps;
export type Step = {
  [Name in keyof Steps]: { readonly do: Name } & (Steps[Name][1] extends fc.Arbitrary<infer Asked> ? Asked : never);
}[keyof Steps];
export const stepNames = Object.keys(steps) as (keyof Steps)[];
export const step: fc.Arbitrary<Step> = fc.oneof(
  ...stepNames.map((name) => {
    const [weight, asked] = steps[name];
    return { weight, arbitrary: (asked as fc.Arbitrary<object>).map((said) => ({ do: name, ...said }) as Step) };
  }),
);

/** What a step should do to the balances of the two, in units; undefined where that is the books’ own business. */
type Effect = Readonly<Partial<Record<(typeof people)[number], number>>> | undefined;
interface Outcome {
  readonly done: boolean;
  /** Of a step of two halves, whether the second happened: the first may have happened alone. */
  readonly changed?: boolean;
  readonly effect?: Effect;
}

const plan = {
  ...goldPlan,
  benefits: [
    {
      kind: 'visits' as const,
      key: 'facial',
      serviceIds: [facial],
      units: 2,
      rollover: { maxBalance: 3, maxAgePeriods: 2 },
    },
    { kind: 'allowance' as const, key: 'spa', serviceIds: [facial], value: { amount: 3, currency: 'USD' as const } },
  ],
  passingOn: { unitsPerPeriod: 2 },
  sharing: { people: 1 },
};

/** A salon whose plan has what credits can do: kept visits with a cap, money to spend, passing on, sharing. */
export async function ledgerModel() {
  const world = await billingWorldForTests({ plan });
  const { table } = world;
  const desk = await billingDesk(world);
  const today = () => localDateOf(world.now(), world.business.timeZone);
  const friend = { memberId: friendId, firstName: 'Ben', lastName: 'Friend', createdOn: today(), logins: [] };
  await table.commit([
    insert(
      rowOf(keys.service(slug, facial), { serviceId: facial, name: 'Facial', oneVisit: 'facial', visits: 'facials' }),
    ),
    firstLedgerBook(slug, closingOf('2026-01-31', world.business.timeZone)),
    ...profileWrites(slug, undefined, friend),
  ]);
  let latest: readonly Books[] | undefined;
  const seen: { readonly at: number; readonly accounts: readonly CreditAccount[] }[] = [];

  /** What the schedules would do now: whatever is due, and what is past its last day. */
  async function jobs(): Promise<void> {
    for (let rounds = 0; isDue('BILLING') && rounds < 5; rounds += 1) await world.sweep();
    if (!isDue('CREDIT-EXPIRY')) return;
    for (const person of people)
      await expireAccount(world.world, { slug, memberId: person, asOf: world.now() }, 'sweep');
  }
  const isDue = (kind: string) => {
    const now = new Date(world.now()).toISOString();
    return table.rows().some(({ duePk, dueAt }) => duePk?.startsWith(`DUE#${kind}#`) && (dueAt ?? now) <= now);
  };
  async function oneMoreDay(): Promise<void> {
    world.pass(oneDay);
    await jobs();
  }
  /** The membership that runs, or ran last: somebody may have left and joined again. */
  async function membership(): Promise<string> {
    const all = (await world.member()).memberships.map(({ value }) => value);
    const running = all.find(({ status }) => status !== 'cancelled' && status !== 'expired');
    return (running ?? all.at(-1))?.membershipId ?? '';
  }

  const at = async (person: string) => ({ memberId: person, membershipId: await membership() });
  const books = () => Promise.all(people.map((person) => booksOf(table, slug, person)));
  const bookOf = (person: string) => booksOf(table, slug, person);
  const choose = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)];
  const entriesOf = async (person: string, kinds: readonly string[]): Promise<Entry[]> =>
    (await bookOf(person)).entries.filter((entry) => kinds.includes(entry.kind));
  const newestInvoice = async (state: string) =>
    (await world.invoices()).findLast((invoice) => invoice.state === state);
  const done = ({ status = 500 }: { status: number | undefined }, effect: Effect = {}): Outcome =>
    status < 300 ? { done: true, effect } : { done: false };
  const notPossible: Outcome = { done: false };

  const passes = (units: number): Effect => ({ [memberId]: -units, [friendId]: units });
  async function passOn(n: number, units: number) {
    const bucketId = choose((await bookOf(memberId)).account.buckets, n)?.bucketId ?? '';
    const asked = { toMemberId: friendId, units };
    return desk.call('POST {member}/credits/{bucketId}/transfers', asked, { ...(await at(memberId)), bucketId });
  }

  /** Takes a step; what cannot be asked for is not done. */
  async function take(step: Step): Promise<Outcome> {
    switch (step.do) {
      case 'days': {
        if (!step.jobs) world.pass(step.days * oneDay);
        else for (let day = 0; day < step.days; day += 1) await oneMoreDay();
        return { done: true, effect: undefined };
      }
      case 'redeem': {
        const asked = { kind: step.kind, serviceId: facial, units: step.units };
        return done(await desk.call('POST {member}/redemptions', asked, await at(step.who)), {
          [step.who]: -step.units,
        });
      }
      case 'undo': {
        const entry = choose(await entriesOf(step.who, ['CONSUME']), step.pick);
        if (!entry) return notPossible;
        const parameters = { ...(await at(step.who)), sequence: String(entry.sequence) };
        const answer = await desk.call('POST {member}/redemptions/{sequence}/undo', {}, parameters);
        return done(answer, { [step.who]: entry.units });
      }
      case 'give': {
        const expires = step.days === null ? {} : { expiresOn: addDays(today(), step.days) };
        const asked = { kind: step.kind, serviceIds: [facial], units: step.units, reason: 'goodwill', ...expires };
        return done(await desk.call('POST {member}/credits', asked, await at(step.who)), { [step.who]: step.units });
      }
      case 'adjust': {
        const bucket = choose((await bookOf(step.who)).account.buckets, step.pick);
        if (!bucket) return notPossible;
        const { bucketId, available } = bucket;
        const asked = { available: step.to, reason: 'correction' };
        const answer = await desk.call('PATCH {member}/credits/{bucketId}', asked, {
          ...(await at(step.who)),
          bucketId,
        });
        return done(answer, { [step.who]: step.to - available });
      }
      case 'money': {
        const asked = { amount: step.amount, reason: 'correction' };
        return done(await desk.call('POST {member}/account-credit', asked, await at(step.who)));
      }
      case 'passOn': {
        const passed = await passOn(step.pick, step.units);
        if (passed.status !== 201 || !step.back) return done(passed, passes(step.units));
        const parameters = { ...(await at(memberId)), sequence: String(passed.body.sequence) };
        return done(await desk.call('POST {member}/transfers/{sequence}/undo', {}, parameters));
      }
      case 'share': {
        const route = `POST {member}/memberships/{membershipId}/people${step.on ? '' : '/removal'}`;
        return done(await desk.call(route, { memberId: friendId }, await at(memberId)));
      }
      case 'useShared': {
        await desk.call('POST {member}/memberships/{membershipId}/people', { memberId: friendId }, await at(memberId));
        const asked = { serviceId: facial, units: step.units };
        const answer = await desk.call('POST {member}/shared/{membershipId}/redemptions', asked, await at(friendId));
        return done(answer, { [memberId]: -step.units });
      }
      case 'pause': {
        const { start, dates, benefits } = step;
        const end = { kind: 'last_day', lastDay: addDays(today(), step.days) };
        const asked = { start, end, dates, benefits };
        return done(await desk.call('POST {member}/memberships/{membershipId}/pause', asked, await at(memberId)));
      }
      case 'changePause': {
        const route = '{member}/memberships/{membershipId}/pause';
        const agreed = { start: 'now', end: { kind: 'last_day', lastDay: addDays(today(), 20) } };
        await desk.call(`POST ${route}`, agreed, await at(memberId));
        const { days } = step;
        const end = days === null ? { kind: 'resume' } : { kind: 'last_day', lastDay: addDays(today(), days) };
        const { done: changed } = done(await desk.call(`PUT ${route}`, { end }, await at(memberId)));
        return { done: true, effect: {}, changed };
      }
      case 'failedBill': {
        world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
        for (let day = 0; day < 35 && !(await newestInvoice('open')); day += 1) await oneMoreDay();
        for (let day = 0; day < step.daysAfter; day += 1) await oneMoreDay();
        world.provider.behave('pm_good', 'good');
        return { done: true, effect: undefined };
      }
      case 'collect': {
        const invoice = await newestInvoice('open');
        if (!invoice) return notPossible;
        const parameters = { ...(await at(memberId)), invoiceId: invoice.invoiceId };
        const asked = step.way === 'payment' ? { method: 'cash' } : {};
        const answer = await desk.call(`POST {member}/invoices/{invoiceId}/${step.way}`, asked, parameters);
        return { ...done(answer), effect: undefined };
      }
      case 'refund': {
        const invoice = choose(
          (await world.invoices()).filter(({ state }) => state === 'paid'),
          step.pick,
        );
        if (!invoice) return notPossible;
        const amount = Math.round((invoice.total * step.share) / 10);
        return {
          ...done(await desk.refund(invoice.invoiceId, amount, { takeBackCredits: step.takeBack })),
          effect: undefined,
        };
      }
      case 'dispute': {
        const invoice = choose(
          (await world.invoices()).filter(({ payment }) => payment?.kind === 'card'),
          step.pick,
        );
        if (invoice?.payment?.kind !== 'card') return notPossible;
        const { paymentIntentId } = invoice.payment;
        const dispute = { disputeId: `dp_${paymentIntentId}`, paymentIntentId, state: step.state };
        await takeDispute(world.world, world.scene(), invoice.invoiceId, dispute);
        return { done: true, effect: undefined };
      }
      case 'cancel': {
        const asked = { when: step.when };
        const answer = await desk.call(
          'POST {member}/memberships/{membershipId}/cancellation',
          asked,
          await at(memberId),
        );
        return { ...done(answer), effect: undefined };
      }
      case 'undoCancel': {
        const route = '{member}/memberships/{membershipId}/cancellation';
        await desk.call(`POST ${route}`, { when: 'period_end' }, await at(memberId));
        const undone = done(await desk.call(`DELETE ${route}`, {}, await at(memberId)));
        return { done: true, effect: {}, changed: undone.done };
      }
      case 'enrol': {
        const asked = { planId: plan.planId, startsOn: today(), paidBy: 'cash' };
        return { ...done(await desk.call('POST {member}/memberships', asked, await at(step.who))), effect: undefined };
      }
      default:
        return step satisfies never;
    }
  }

  return {
    world,
    desk,
    today,
    /** Takes a step and holds everything that must be true after it. */
    async run(step: Step): Promise<boolean> {
      const before = latest ?? (await books());
      const outcome = await take(step);
      const after = await books();
      latest = after;
      const entryOf = (person: string, sequence: number) =>
        after[people.indexOf(person as typeof memberId)]?.entries[sequence - 1];
      for (const [index, person] of people.entries()) expectInOrder(person, after[index] as Books, entryOf);
      for (const [index, person] of people.entries()) {
        const [was, is] = [before[index] as Books, after[index] as Books];
        // What was refused has left no trace; what was written stays as it was.
        if (!outcome.done) expect(is).toEqual(was);
        expect(is.entries.slice(0, was.entries.length)).toEqual(was.entries);
        expect(is.moneyEntries.slice(0, was.moneyEntries.length)).toEqual(was.moneyEntries);
        // What a paid period brings is written on its invoice: an empty list would agree with an empty ledger (C2.5).
        const periods = is.invoices.filter(({ invoiceId, state }) => state === 'paid' && /\.\d+$/.test(invoiceId));
        for (const { grants } of periods) expect(grants).toHaveLength(plan.benefits.length);
        if (outcome.done && outcome.effect) {
          expect(availableIn(is.account) - availableIn(was.account)).toBe(outcome.effect[person] ?? 0);
        }
      }
      seen.push({ at: world.now(), accounts: after.map(({ account }) => account) });
      return outcome.changed ?? outcome.done;
    },
    /** Holds that each state that there was can be told from the entries, whenever it is asked for (rule C2.10). */
    async expectHistory(): Promise<void> {
      const entries = (await books()).map((book) => book.entries);
      const lastAt = new Map(seen.map((state) => [state.at, state]));
      for (const { at: instant, accounts } of lastAt.values()) {
        const told = people.map((person, index) => balanceAt(person, entries[index] ?? [], instant));
        expect(told).toEqual(accounts);
      }
    },
    entries: async () => (await books()).flatMap((book) => book.entries),
  };
}

const availableIn = ({ buckets }: CreditAccount): number => buckets.reduce((sum, { available }) => sum + available, 0);
