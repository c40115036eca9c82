import { describe, expect, test } from '@jest/globals';
import { memberDocumentHandlers } from '../../functions/member/document-handlers.ts';
import { staffDocumentHandlers } from '../../functions/staff/document-handlers.ts';
import { keys } from '../../functions/store/keys.ts';
import { ProfileRow, profileWrites } from '../../functions/store/profile-row.ts';
import { parseRow } from '../../functions/store/stored.ts';
import { WriteConflict } from '../../functions/store/table.ts';
import type { Operation } from '../../shared/contract/operation.ts';
import { operations } from '../../shared/contract/operations.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import { memberId, membershipId, monthOf, paidInvoice } from '../support/invoices.ts';

const month = (index: number, more: Partial<Invoice> = {}): Invoice => ({
  ...paidInvoice([monthOf('Glow', 8900)], 'USD'),
  invoiceId: `${membershipId}.${index}`,
  number: index,
  issuedAt: Date.UTC(2026, index, 1),
  ...more,
});
const { payment: _, paidAt: __, paidOn: ___, ...unpaid } = month(4);
const open: Invoice = { ...unpaid, state: 'open', grants: [] };
const refund = { n: 1, state: 'done', amount: 8900, toAccountCredit: 0, at: 0, reason: 'requested' } as const;
const all = [
  month(1),
  month(2, { refunds: [refund] }),
  { ...open, invoiceId: `${membershipId}.3`, state: 'void' as const },
  open,
];

// 000-008, 000-023, 002-010, 004-036, 004-040, 004-041
describe('a member sees every payment, newest first', () => {
  const list = async (query: Record<string, string>) => {
    const desk = await invoiceDesk(all);
    const { body } = await desk.call('member', 'GET {member}/invoices', { query });
    return body.items.map(({ invoiceId, state }: { invoiceId: string; state: string }) => [
      Number(invoiceId.split('.')[1]),
      state,
    ]);
  };

  test('all of them', async () => {
    expect(await list({})).toEqual([
      [4, 'open'],
      [3, 'void'],
      [2, 'refunded'],
      [1, 'paid'],
    ]);
  });

  test('“Open” is what is still to be paid, “Paid” what was', async () => {
    expect(await list({ show: 'open' })).toEqual([[4, 'open']]);
    expect(await list({ show: 'paid' })).toEqual([
      [2, 'refunded'],
      [1, 'paid'],
    ]);
  });

  test('page by page', async () => {
    const desk = await invoiceDesk(all);
    const first = (await desk.call('member', 'GET {member}/invoices', { query: { limit: '3' } })).body;
    const second = (await desk.call('member', 'GET {member}/invoices', { query: { limit: '3', cursor: first.cursor } }))
      .body;
    expect([first.items.length, second.items.length, second.cursor]).toEqual([3, 1, undefined]);
  });
});

describe('one invoice', () => {
  const invoiceId = month(1).invoiceId;

  // 000-009, 003-032, 004-043, 004-045
  test('is shown to the member, and with its tries to staff', async () => {
    const desk = await invoiceDesk(all);
    await desk.hire('accountant');
    const own = await desk.call('member', 'GET {member}/invoices/{invoiceId}', { invoiceId });
    expect(own).toMatchObject({ status: 200, body: { number: 'AURORA-000001', buyer: 'Mia Member' } });
    expect(own.body.attempts).toBeUndefined();
    const seen = await desk.call('staff', 'GET {member}/invoices/{invoiceId}', { invoiceId });
    expect(seen).toMatchObject({ status: 200, body: { attempts: [{ n: 1 }], refundable: { amount: 8900 } } });
    expect((await desk.call('staff', 'GET {member}/invoices')).body.items).toHaveLength(4);
  });

  test('that does not exist is not found, by anybody, in any form', async () => {
    const desk = await invoiceDesk(all);
    await desk.hire('owner');
    const missing = { invoiceId: `${membershipId}.99` };
    for (const [audience, route] of [
      ['member', 'GET {member}/invoices/{invoiceId}'],
      ['member', 'POST {member}/invoices/{invoiceId}/receipt'],
      ['memberDocuments', 'GET {member}/invoices/{invoiceId}/pdf'],
      ['staff', 'GET {member}/invoices/{invoiceId}'],
      ['staff', 'POST {member}/invoices/{invoiceId}/receipt'],
      ['staffDocuments', 'GET {member}/invoices/{invoiceId}/pdf'],
    ] as const) {
      expect(await desk.call(audience, route, missing)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });

  test('is nobody else’s: a stranger’s answer is that of one that does not exist', async () => {
    const desk = await invoiceDesk(all);
    const stranger = { invoiceId, login: 'b0000000-0000-4000-8000-000000000002' };
    const pdf = await desk.call('memberDocuments', 'GET {member}/invoices/{invoiceId}/pdf', stranger);
    expect(pdf).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

// 003-034
describe('a receipt is sent again', () => {
  const route = 'POST {member}/invoices/{invoiceId}/receipt';
  const invoiceId = month(1).invoiceId;

  test('to the address of the record, once however often the request is repeated', async () => {
    const desk = await invoiceDesk(all);
    const headers = { 'idempotency-key': 'one-and-the-same-key' };
    const first = await desk.call('member', route, { invoiceId, headers });
    const again = await desk.call('member', route, { invoiceId, headers });
    expect(first).toMatchObject({ status: 202, body: { to: 'mia@example.com' } });
    expect(again.body).toEqual(first.body);
    expect(desk.asked()).toMatchObject([{ memberId, subject: { invoiceId }, actor: { kind: 'member', memberId } }]);
  });

  test('the same key for another receipt is refused, and so is a call without a key', async () => {
    const desk = await invoiceDesk(all);
    const headers = { 'idempotency-key': 'one-and-the-same-key' };
    await desk.call('member', route, { invoiceId, headers });
    const other = await desk.call('member', route, { invoiceId: month(2).invoiceId, headers });
    expect(other.body.code).toBe('idempotency_key_reused');
    const without = await desk.call('member', route, { invoiceId, headers: { 'idempotency-key': '' } });
    expect(without.body.code).toBe('idempotency_key_missing');
  });

  test('to the newest address, when it changes at the same moment', async () => {
    let tries = 0;
    const desk = await invoiceDesk(all, {
      beforeCommit: async (table) => {
        tries += 1;
        if (tries > 1) return;
        const [row] = await table.read([keys.profile('aurora', memberId)]);
        const stored = row && parseRow(ProfileRow, row);
        if (!stored) throw new Error('no profile');
        const email = 'new@example.com';
        await table.commit([...profileWrites('aurora', stored, { ...stored.value.profile, email })]);
        throw new WriteConflict([]);
      },
    });
    expect((await desk.call('member', route, { invoiceId })).body).toEqual({ to: 'new@example.com' });
  });

  test('by staff as well', async () => {
    const desk = await invoiceDesk(all);
    await desk.hire('receptionist');
    expect(await desk.call('staff', route, { invoiceId })).toMatchObject({
      status: 202,
      body: { to: 'mia@example.com' },
    });
    expect(desk.asked()).toMatchObject([{ memberId, actor: { kind: 'staff' } }]);
  });

  test('by a cashier, who is not told the address (001-069)', async () => {
    const desk = await invoiceDesk(all);
    await desk.hire('cashier');
    expect(await desk.call('staff', route, { invoiceId })).toMatchObject({ status: 202, body: {} });
    expect((await desk.call('staff', route, { invoiceId })).body).not.toHaveProperty('to');
  });

  test('not of what was never paid, and not to nowhere', async () => {
    const desk = await invoiceDesk(all);
    const unpaidOne = await desk.call('member', route, { invoiceId: open.invoiceId });
    expect(unpaidOne.body.code).toBe('not_a_paid_invoice');
    const nowhere = await invoiceDesk(all, { email: null });
    expect((await nowhere.call('member', route, { invoiceId })).body.code).toBe('email_missing');
    expect([...desk.asked(), ...nowhere.asked()]).toEqual([]);
  });
});

// 000-024, 003-033, 004-042, 004-044, 004-046
describe('the PDF', () => {
  const invoiceId = month(1).invoiceId;
  const route = 'GET {member}/invoices/{invoiceId}/pdf';

  test('is named after its title, in the language of the page that asks', async () => {
    const desk = await invoiceDesk(all);
    const ask = (language: string) =>
      desk.call('memberDocuments', route, { invoiceId, headers: { 'accept-language': language } });
    const [english, german, other] = [await ask('en'), await ask('de-DE,en;q=0.5'), await ask('fr')];
    expect(english.body.fileName).toBe('Receipt AURORA-000001.pdf');
    expect(german.body.fileName).toBe('Beleg AURORA-000001.pdf');
    expect(other.body.fileName).toBe('Receipt AURORA-000001.pdf');
    expect(Buffer.from(english.body.base64, 'base64').subarray(0, 8).toString()).toBe('%PDF-1.7');
  });

  test('is in the client’s language when the desk prints it', async () => {
    const desk = await invoiceDesk(all, { language: 'de' });
    await desk.hire('cashier');
    const { body } = await desk.call('staffDocuments', route, { invoiceId, headers: { 'accept-language': 'en' } });
    expect(body.fileName).toBe('Beleg AURORA-000001.pdf');
  });
});

test('an operation that makes a document is answered by its own function and by no other', async () => {
  const documents = (audience: 'member' | 'staff') =>
    Object.entries<Operation>(operations[audience]).flatMap(([name, { part }]) => (part === 'documents' ? [name] : []));
  expect(Object.keys(memberDocumentHandlers).sort()).toEqual(documents('member').sort());
  expect(Object.keys(staffDocumentHandlers).sort()).toEqual(documents('staff').sort());
  const desk = await invoiceDesk(all);
  const invoiceId = month(1).invoiceId;
  await expect(desk.call('member', 'GET {member}/invoices/{invoiceId}/pdf', { invoiceId })).rejects.toThrow(
    'no operation',
  );
  await expect(desk.call('memberDocuments', 'GET {member}/invoices', {})).rejects.toThrow('no operation');
});
