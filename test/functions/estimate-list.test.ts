import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { keys } from '../../functions/store/keys.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert } from '../../functions/store/table.ts';
import { addDays, localDateOf } from '../../shared/domain/calendar.ts';
import { EstimateListState } from '../../shared/domain/estimate-list.ts';
import { memberId, slug } from '../support/billing-world.ts';
import { bridal, estimateSalon } from '../support/estimate-salon.ts';

// 004-047: what was offered to all clients, and whose turn it is.

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

type Salon = Awaited<ReturnType<typeof estimateSalon>>;
const day = 24 * 3_600_000;
const sent = async (salon: Salon): Promise<string> => (await salon.send()).body.estimateId;
const shownAs = async (salon: Salon, show: string): Promise<string[]> =>
  (await salon.listAll({ show })).body.items.map(({ estimateId }: { estimateId: string }) => estimateId);

const inNineDays = ({ world }: Salon) => addDays(localDateOf(world.now(), world.business.timeZone), 9);

/** What the client's own page says, sorted into the kinds of the list. */
async function byClient(salon: Salon): Promise<Record<EstimateListState, string[]>> {
  const kinds: Record<EstimateListState, string[]> = { open: [], accepted: [], unpaid: [], declined: [], expired: [] };
  const invoices = await salon.world.invoices();
  for (const { estimateId, state } of (await salon.list()).body.items) {
    if (state === 'invoiced') {
      const invoice = invoices.find(({ invoiceId }) => invoiceId === `${estimateId}.invoice`);
      if (invoice?.state === 'open') kinds.unpaid.push(estimateId);
    } else if (state in kinds) kinds[state as EstimateListState].push(estimateId);
  }
  return kinds;
}

const step = fc.constantFrom('send', 'revise', 'withdraw', 'accept', 'decline', 'bill', 'pay', 'page', 'void', 'wait');

describe('the list of all estimates', () => {
  test('says of each what its client’s page says, whatever was done in whichever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, fc.nat({ max: 5 })), { maxLength: 18 }), async (steps) => {
        const salon = await estimateSalon();
        const ids: string[] = [];
        for (const [what, which] of [['send', 0] as const, ...steps]) {
          const id = ids[which % Math.max(1, ids.length)] ?? '';
          const invoiceId = `${id}.invoice`;
          // What is refused changes nothing.
          if (what === 'send') {
            const validUntil = inNineDays(salon);
            ids.push((await salon.send({ ...bridal, validUntil })).body.estimateId);
          } else if (what === 'revise') {
            const { status, body } = await salon.revise(id, { ...bridal, validUntil: inNineDays(salon) });
            if (status === 201) ids.push(body.estimateId);
          } else if (what === 'withdraw') await salon.withdraw(id, { accepted: true });
          else if (what === 'accept') await salon.accept(id);
          else if (what === 'decline') await salon.decline(id);
          else if (what === 'bill') await salon.bill(id);
          else if (what === 'pay') await salon.desk.recordPayment(invoiceId);
          else if (what === 'void') await salon.desk.voidInvoice(invoiceId);
          else if (what === 'wait') salon.world.pass(4 * day);
          else {
            const [open] = (await salon.world.invoices()).filter(
              ({ state, cause }) => state === 'open' && cause.kind === 'order',
            );
            if (!open) continue;
            await salon.openPage(open.invoiceId);
            await salon.world.finishPage('pm_other');
          }
        }
        const expected = await byClient(salon);
        const { counts } = (await salon.listAll()).body;
        for (const show of EstimateListState.options) {
          expect((await shownAs(salon, show)).sort()).toEqual(expected[show].sort());
          expect(counts[show]).toBe(expected[show].length);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test('shows who waits longest first, with name, amount and since when, page by page; what came to nothing newest first', async () => {
    const salon = await estimateSalon();
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      ids.push(await sent(salon));
      salon.world.pass(day);
    }
    const first = (await salon.listAll({ limit: '2' })).body;
    expect(first).toMatchObject({
      items: [
        { estimateId: ids[0], memberId, firstName: 'Mia', title: 'Bridal package', since: '2026-01-31', state: 'open' },
        { estimateId: ids[1], since: '2026-02-01' },
      ],
      counts: { open: 3, accepted: 0, unpaid: 0, declined: 0, expired: 0 },
      // Of all of them, not only of this page.
      total: { amount: 94_500, currency: 'USD' },
    });
    expect((await salon.listAll({ limit: '2', cursor: first.cursor })).body.items).toMatchObject([
      { estimateId: ids[2] },
    ]);
    await salon.accept(ids[0] ?? '');
    expect((await salon.listAll({ show: 'accepted' })).body.items).toMatchObject([{ since: '2026-02-03' }]);
    for (const id of ids.slice(1)) {
      await salon.decline(id);
      salon.world.pass(day);
    }
    expect(await shownAs(salon, 'declined')).toEqual([ids[2], ids[1]]);
  });

  test('knows an expired one without anybody having touched it, since the day after its last', async () => {
    const salon = await estimateSalon();
    const id = await sent(salon);
    salon.world.moveTo('2026-03-16T04:00:00Z');
    expect(await shownAs(salon, 'open')).toEqual([]);
    const { items } = (await salon.listAll({ show: 'expired' })).body;
    expect(items).toMatchObject([{ estimateId: id, state: 'expired', since: '2026-03-16' }]);
  });

  test('lets go of what came to nothing after sixty days, and never of what somebody has to do', async () => {
    const salon = await estimateSalon();
    const [open, accepted, declined, billed, withdrawn] = [
      await sent(salon),
      await sent(salon),
      await sent(salon),
      await sent(salon),
      await sent(salon),
    ];
    await salon.accept(accepted);
    await salon.decline(declined);
    await salon.bill(billed);
    await salon.withdraw(withdrawn);
    const rows = await salon.world.table.read(
      [open, accepted, declined, billed, withdrawn].map((id) => keys.listedEstimate(slug, id)),
    );
    const until = rows.map((row) => (row?.ttl === undefined ? undefined : new Date(row.ttl * 1000).toISOString()));
    expect(until).toEqual([
      '2026-05-15T00:00:00.000Z',
      undefined,
      '2026-04-02T00:00:00.000Z',
      undefined,
      '2026-02-01T00:00:00.000Z',
    ]);
  });

  test('takes in one that was written before there was a list, or left it, with its next step', async () => {
    const salon = await estimateSalon();
    await sent(salon);
    const [known] = salon.stored();
    const estimateId = 'est_01JAB000000000000000000009';
    const key = keys.estimate(slug, memberId, estimateId);
    await salon.world.table.commit([insert(rowOf(key, { ...known, estimateId }))]);
    expect(await shownAs(salon, 'open')).not.toContain(estimateId);
    expect((await salon.accept(estimateId)).status).toBe(200);
    expect(await shownAs(salon, 'accepted')).toEqual([estimateId]);
  });

  test.each(['before', 'after'] as const)(
    'is never out of step with a payment whose call dies %s its commit',
    async (when) => {
      const salon = await estimateSalon();
      const { invoiceId } = (await salon.bill(await sent(salon))).body;
      let died = false;
      salon.world.hooks[when] = (call) => {
        if (call !== 'commit' || died) return;
        died = true;
        throw new Error('the function died');
      };
      await expect(salon.desk.recordPayment(invoiceId, 'one-click-of-the-desk')).rejects.toThrow('died');
      expect(await shownAs(salon, 'unpaid')).toEqual((await byClient(salon)).unpaid);
      expect((await salon.desk.recordPayment(invoiceId, 'one-click-of-the-desk')).status).toBe(201);
      expect(await shownAs(salon, 'unpaid')).toEqual([]);
    },
  );
});
