import { checkLedgers } from '../../functions/jobs/check-ledgers.ts';
import { unpackAccount } from '../../functions/store/account-row.ts';
import { creditWrites, noCredits } from '../../functions/store/credit-writes.ts';
import { keys, partitions, prefixes } from '../../functions/store/keys.ts';
import { closingOf, firstLedgerBook, LedgerDayRow } from '../../functions/store/ledger-rows.ts';
import type { MemoryTableHooks } from '../../functions/store/memory-table.ts';
import { profileWrites } from '../../functions/store/profile-row.ts';
import { type Row, replace, type Table } from '../../functions/store/table.ts';
import { emptyAccount } from '../../shared/domain/credit-account.ts';
import { grantByHand } from '../../shared/domain/credit-grant.ts';
import { billingDesk } from './billing-desk.ts';
import { billingWorldForTests, memberId, slug } from './billing-world.ts';

const hour = 3_600_000;
export const memberNamed = (n: number): string => `mbr_01JAC${String(n).padStart(21, '0')}`;

/** A salon whose ledgers are closed every night; its member has had a month with a renewal, a use and an undo. */
export async function ledgerSalon(options: { readonly others?: number; readonly hooks?: MemoryTableHooks } = {}) {
  const world = await billingWorldForTests();
  const { table } = world;
  const desk = await billingDesk(world);
  await table.commit([firstLedgerBook(slug, closingOf('2026-01-31', world.business.timeZone))]);
  for (let n = 1; n <= (options.others ?? 0); n += 1) await addMember(n);
  await world.live('2026-03-02T12:00:00Z');
  const { sequences } = (await desk.redeem(1)).body;
  await desk.call('POST {member}/redemptions/{sequence}/undo', {}, { sequence: String(sequences[0]) });
  await desk.redeem(2);
  Object.assign(world.hooks, options.hooks);

  async function addMember(n: number): Promise<void> {
    const at = world.now();
    const id = memberNamed(n);
    const profile = { memberId: id, firstName: `Client${n}`, lastName: 'Other', createdOn: '2026-01-31', logins: [] };
    const given = grantByHand(
      emptyAccount(id),
      {
        bucketId: `bkt_01JAC${String(n).padStart(21, '0')}`,
        kind: 'visits',
        serviceIds: ['svc_01JAB000000000000000000001'],
        units: 3,
        reason: 'goodwill',
      },
      { actor: { kind: 'operator' }, causeId: 'test', today: '2026-01-31', at },
    );
    const context = {
      slug,
      timeZone: world.business.timeZone,
      requestId: 'test',
      newEventId: () => world.world.chance.newId('event', at),
    };
    await table.commit([...profileWrites(slug, undefined, profile), ...creditWrites(noCredits(id), given, context)]);
  }

  const always = () => true;
  const row = (sk: string, member = memberId): Row => {
    const found = table.rows().find((each) => each.pk === partitions.member(slug, member) && each.sk === sk);
    if (!found) throw new Error(`no row ${sk}`);
    return found;
  };
  return {
    ...world,
    desk,
    row,
    /** Changes a row behind the product's back, as a bug or a hand in the table would. */
    tamper: (sk: string, change: (data: never) => unknown, member = memberId) => {
      const { version, ...before } = row(sk, member);
      const isAccount = sk === keys.creditAccount(slug, member).sk;
      const data = change((isAccount ? unpackAccount(before.data) : before.data) as never);
      return table.commit([replace({ ...before, data }, version)]);
    },
    /** Runs the hourly job; `on` is another table, such as one in which something is missing. */
    run: (hasTime: () => boolean = always, on: Table = table) =>
      checkLedgers({ ...world.world, table: on }, world.now(), hasTime),
    /** Lives to an instant and closes every day on the way. */
    async nightsUntil(instant: string) {
      const end = Date.parse(instant);
      const runs = [];
      while (world.now() < end) {
        await world.live(new Date(Math.min(end, world.now() + hour)).toISOString());
        const run = await checkLedgers(world.world, world.now(), always);
        if (run.businesses > 0) runs.push(run);
      }
      return runs;
    },
    days: () =>
      table
        .rows()
        .filter(({ pk, sk }) => pk === partitions.ledger(slug) && sk.startsWith(prefixes.ledgerDay))
        .map(({ data }) => LedgerDayRow.parse(data))
        .sort((a, b) => a.closed.day.localeCompare(b.closed.day)),
    /** The same table without some rows. */
    without: (isGone: (row: Pick<Row, 'pk' | 'sk'>) => boolean): Table => ({
      ...table,
      read: async (asked) => (await table.read(asked)).map((found) => (found && isGone(found) ? undefined : found)),
      query: async (asked) => {
        const page = await table.query(asked);
        return { ...page, rows: page.rows.filter((found) => !isGone(found)) };
      },
    }),
    bookKey: keys.ledgerBook(slug),
  };
}
export type LedgerSalon = Awaited<ReturnType<typeof ledgerSalon>>;
