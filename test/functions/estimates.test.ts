import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { reconcilePayments } from '../../functions/jobs/reconcile-payments.ts';
import { keys } from '../../functions/store/keys.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { replace } from '../../functions/store/table.ts';
import { memberId, slug } from '../support/billing-world.ts';
import { bridal, estimateSalon, memberLogin } from '../support/estimate-salon.ts';

// 004-043, 004-044, 004-047: a salon offers, the client answers, one invoice comes of it.

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

type Salon = Awaited<ReturnType<typeof estimateSalon>>;
const sent = async (salon: Salon): Promise<string> => (await salon.send()).body.estimateId;
const codeOf = async (answer: Promise<{ status: number | undefined; body: { code?: string } }>) =>
  (await answer).body.code;
const day = 24 * 3_600_000;

describe('an estimate', () => {
  test('has a number of its own series, one after the other, and takes none of the invoices', async () => {
    const salon = await estimateSalon();
    const answers = await Promise.all([salon.send(), salon.send(), salon.send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers.map(({ body }) => body.number).sort()).toEqual([
      'AURORA-E-000001',
      'AURORA-E-000002',
      'AURORA-E-000003',
    ]);
    const { estimateId } = answers[0].body;
    const revised = await salon.revise(estimateId);
    expect(revised.body.number).toBe(`${answers[0].body.number}-2`);
    const { body } = await salon.bill(revised.body.estimateId);
    await salon.post.deliver();
    const numbered = (await salon.world.invoices()).find(({ invoiceId }) => invoiceId === body.invoiceId);
    expect(numbered?.number).toBe(1);
  });

  test('that was refused takes no number', async () => {
    const salon = await estimateSalon();
    expect(await codeOf(salon.send({ ...bridal, total: { amount: 1, currency: 'USD' } }))).toBe('terms_changed');
    expect(await codeOf(salon.send({ ...bridal, validUntil: '2020-01-01' }))).toBe('estimate_day_out_of_range');
    expect(await codeOf(salon.send({ ...bridal, total: { amount: 31_500, currency: 'EUR' } }))).toBe(
      'currency_mismatch',
    );
    expect((await salon.send()).body.number).toBe('AURORA-E-000001');
  });

  test('that is sent twice by one click is one', async () => {
    const salon = await estimateSalon();
    const [first, second] = [
      await salon.send(bridal, 'one-click-of-the-desk'),
      await salon.send(bridal, 'one-click-of-the-desk'),
    ];
    expect(second.body).toEqual(first.body);
    expect((await salon.list()).body.items).toHaveLength(1);
  });

  test('is mailed with the way to answer it, without what is offered (001-071)', async () => {
    const salon = await estimateSalon();
    const estimateId = await sent(salon);
    await salon.post.deliver();
    const mail = salon.post.newest();
    expect(mail).toMatchObject({ to: 'mia@example.com', subject: 'Your estimate from Aurora' });
    for (const part of [
      'AURORA-E-000001',
      '$315.00',
      'March 15, 2026',
      'not an invoice',
      `/portal/payments/estimates/${estimateId}`,
    ])
      expect(mail.text).toContain(part);
    expect(mail.text).not.toContain('Bridal');
    await salon.revise(estimateId);
    await salon.post.deliver();
    expect(salon.post.subjects()).toEqual(['Your estimate from Aurora', 'A new version of your estimate from Aurora']);
  });

  test('is mailed whole to a client without a portal, who cannot read it anywhere else', async () => {
    const salon = await estimateSalon();
    await salon.changeProfile({ logins: [] });
    await sent(salon);
    await salon.post.deliver();
    const { text } = salon.post.newest();
    for (const part of ['Bridesmaid hair', '3 × $45.00', 'At your home.', 'not an invoice'])
      expect(text).toContain(part);
    expect(text).not.toContain('/portal/');
  });

  test('is mailed again when the desk asks, once for each click, while it can be answered', async () => {
    const salon = await estimateSalon();
    const estimateId = await sent(salon);
    await salon.post.deliver();
    const first = await salon.mail(estimateId, 'one-click-of-the-desk');
    expect([first.status, first.body]).toEqual([202, { to: 'mia@example.com' }]);
    expect(await salon.mail(estimateId, 'one-click-of-the-desk')).toEqual(first);
    await salon.post.deliver();
    await salon.post.deliver(true);
    expect(salon.post.subjects()).toEqual(['Your estimate from Aurora', 'Your estimate from Aurora']);
    const version = (await salon.revise(estimateId)).body.estimateId;
    await salon.mail(version);
    await salon.post.deliver();
    expect(salon.post.newest().subject).toBe('A new version of your estimate from Aurora');
    expect(await codeOf(salon.mail(estimateId))).toBe('estimate_not_open');
    await salon.changeProfile({ email: undefined });
    expect(await codeOf(salon.mail(version))).toBe('email_missing');
    salon.world.moveTo('2026-03-16T04:00:00Z');
    expect(await codeOf(salon.mail(version))).toBe('estimate_expired');
  });

  test('is mailed again by a cashier as well, who is not told the address (001-069)', async () => {
    const salon = await estimateSalon();
    const estimateId = await sent(salon);
    await salon.desk.become('cashier');
    expect((await salon.mail(estimateId)).body).toEqual({});
    expect(JSON.stringify((await salon.desk.call('GET {member}', {})).body)).not.toContain('@');
  });

  test.each(['before', 'after'] as const)(
    'is mailed again once when the call dies %s its commit and the desk tries again',
    async (when) => {
      const salon = await estimateSalon();
      const estimateId = await sent(salon);
      await salon.post.deliver();
      let died = false;
      salon.world.hooks[when] = (call) => {
        if (call !== 'commit' || died) return;
        died = true;
        throw new Error('the function died');
      };
      await expect(salon.mail(estimateId, 'one-click-of-the-desk')).rejects.toThrow('died');
      expect((await salon.mail(estimateId, 'one-click-of-the-desk')).status).toBe(202);
      await salon.post.deliver();
      expect(salon.post.mails).toHaveLength(2);
      expect(salon.world.events('estimate.sent_again')).toHaveLength(1);
    },
  );

  test('that was asked for again is not mailed when the client was faster', async () => {
    const salon = await estimateSalon();
    const estimateId = await sent(salon);
    await salon.post.deliver();
    await salon.mail(estimateId);
    await salon.decline(estimateId);
    await salon.post.deliver();
    expect(salon.post.subjects()).toEqual(['Your estimate from Aurora', 'An estimate was declined']);
  });

  test('that is over before its mail leaves is not mailed', async () => {
    const salon = await estimateSalon();
    await salon.withdraw(await sent(salon));
    await salon.post.deliver();
    expect(salon.post.mails).toEqual([]);
  });
});

describe('the client', () => {
  test('accepts it: total, time and sentence are kept, the salon is told without a name, the desk sees it', async () => {
    const salon = await estimateSalon();
    const estimateId = await sent(salon);
    salon.world.pass(2 * day);
    const { status, body } = await salon.accept(estimateId);
    expect([status, body.state]).toEqual([200, 'accepted']);
    expect(salon.stored()[0]).toMatchObject({
      state: 'accepted',
      answer: {
        kind: 'accepted',
        at: salon.world.now(),
        on: '2026-02-02',
        loginId: memberLogin,
        total: 31_500,
        consent: {
          text: 'I accept estimate AURORA-E-000001 from Aurora for $315.00 in total and agree to pay this amount.',
          language: 'en',
        },
      },
    });
    expect(body.consent).toMatch(/^I accept estimate AURORA-E-000001 /);
    expect(JSON.stringify(body)).not.toContain(memberLogin);
    expect((await salon.look(estimateId)).body).toMatchObject({
      state: 'accepted',
      consent: expect.stringContaining('I accept'),
    });
    await salon.post.deliver();
    const mail = salon.post.newest();
    expect(mail).toMatchObject({ to: 'hello@example.com', subject: 'An estimate was accepted' });
    expect(mail.text).toContain(`/admin/contacts/${memberId}?estimate=${estimateId}`);
    expect(mail.text).not.toMatch(/Mia|Bridal/);
    expect(salon.world.events('estimate.accepted')).toHaveLength(1);
  });

  test('accepts it once: a second tap is refused, the same call again answers the same', async () => {
    const salon = await estimateSalon();
    const estimateId = await sent(salon);
    const first = await salon.accept(estimateId, bridal.total, 'one-tap-of-the-member');
    expect(await salon.accept(estimateId, bridal.total, 'one-tap-of-the-member')).toEqual(first);
    expect(await codeOf(salon.accept(estimateId))).toBe('estimate_not_open');
    expect(await codeOf(salon.decline(estimateId))).toBe('estimate_not_open');
    expect(salon.world.events('estimate.accepted')).toHaveLength(1);
  });

  test('answers once from two phones at the same moment: one answer counts, the other is told', async () => {
    const salon = await estimateSalon();
    for (const other of ['accept', 'decline'] as const) {
      const estimateId = await sent(salon);
      const both = await Promise.all([salon.accept(estimateId), salon[other](estimateId)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const answered = both.find(({ status }) => status === 200)?.body.state;
      expect((await salon.look(estimateId)).body.state).toBe(answered);
    }
    const events = [...salon.world.events('estimate.accepted'), ...salon.world.events('estimate.declined')];
    expect(events).toHaveLength(2);
  });

  test.each([
    ['accepts', 'before'],
    ['accepts', 'after'],
    ['is sent one', 'before'],
    ['is sent one', 'after'],
  ] as const)('%s once when the call dies %s its commit and is made again', async (what, when) => {
    const salon = await estimateSalon();
    const estimateId = what === 'accepts' ? await sent(salon) : '';
    const call = () =>
      what === 'accepts'
        ? salon.accept(estimateId, bridal.total, 'one-tap-of-somebody')
        : salon.send(bridal, 'one-tap-of-somebody');
    let died = false;
    salon.world.hooks[when] = (name) => {
      if (name !== 'commit' || died) return;
      died = true;
      throw new Error('the function died');
    };
    await expect(call()).rejects.toThrow('died');
    const again = await call();
    expect(again.body.number).toBe('AURORA-E-000001');
    expect(await call()).toEqual(again);
    expect((await salon.list()).body.items).toHaveLength(1);
    expect(salon.world.events(what === 'accepts' ? 'estimate.accepted' : 'estimate.sent')).toHaveLength(1);
    await salon.post.deliver();
    await salon.post.deliver(true);
    expect(salon.post.subjects()).toEqual([
      what === 'accepts' ? 'An estimate was accepted' : 'Your estimate from Aurora',
    ]);
  });

  test('declines it, and says why or not', async () => {
    const salon = await estimateSalon();
    const estimateId = await sent(salon);
    const { body } = await salon.decline(estimateId, { reason: 'We marry in autumn instead.' });
    expect(body).toMatchObject({ state: 'declined', answer: { reason: 'We marry in autumn instead.' } });
    await salon.post.deliver();
    expect(salon.post.newest().subject).toBe('An estimate was declined');
    expect(salon.post.newest().text).not.toContain('autumn');
    expect(await codeOf(salon.bill(estimateId))).toBe('estimate_not_open');
    expect((await salon.decline(await sent(salon))).status).toBe(200);
  });

  test('who had accepted is told that nothing is to be paid when the salon lets go of it; nobody else is', async () => {
    const salon = await estimateSalon();
    const [accepted, open] = [await sent(salon), await sent(salon)];
    await salon.accept(accepted);
    await salon.post.deliver();
    salon.post.mails.length = 0;
    // Whoever still sees it open takes nothing back.
    expect(await codeOf(salon.withdraw(accepted))).toBe('estimate_not_open');
    expect((await salon.withdraw(accepted, { accepted: true })).body).toMatchObject({
      state: 'withdrawn',
      answer: { kind: 'accepted' },
    });
    await salon.withdraw(open);
    await salon.post.deliver();
    await salon.post.deliver(true);
    expect(salon.post.subjects()).toEqual(['Your estimate from Aurora no longer holds']);
    const { text } = salon.post.newest();
    for (const part of ['$315.00', 'You do not have to pay anything', `/portal/payments/estimates/${accepted}`])
      expect(text).toContain(part);
    expect(text).not.toContain('Bridal');
    expect(await codeOf(salon.bill(accepted))).toBe('estimate_not_open');
    expect((await salon.listAll({ show: 'accepted' })).body.items).toEqual([]);
  });

  test('cannot answer after its last day, and not what was withdrawn, replaced or billed', async () => {
    const salon = await estimateSalon();
    const [withdrawn, replaced, billed, late] = [
      await sent(salon),
      await sent(salon),
      await sent(salon),
      await sent(salon),
    ];
    await salon.withdraw(withdrawn);
    await salon.revise(replaced);
    await salon.bill(billed);
    for (const estimateId of [withdrawn, replaced, billed]) {
      expect(await codeOf(salon.accept(estimateId))).toBe('estimate_not_open');
    }
    // The end of 15 March in New York is four in the morning in Greenwich.
    salon.world.moveTo('2026-03-16T03:59:00Z');
    const own = await salon.portal('GET {own}/{estimateId}', {}, late);
    expect(own.body.state).toBe('open');
    salon.world.moveTo('2026-03-16T04:00:00Z');
    expect(await codeOf(salon.accept(late))).toBe('estimate_expired');
    expect((await salon.portal('GET {own}')).body.items.map(({ state }: { state: string }) => state).sort()).toEqual([
      'expired',
      'expired',
      'invoiced',
      'replaced',
      'withdrawn',
    ]);
  });
});

describe('the invoice', () => {
  test('has the lines and the total of the estimate, is mailed with its number, and shows where it came from', async () => {
    const salon = await estimateSalon();
    const estimateId = await sent(salon);
    await salon.accept(estimateId);
    const { status, body } = await salon.bill(estimateId);
    expect([status, body.state, body.invoiceId]).toEqual([201, 'invoiced', `${estimateId}.invoice`]);
    salon.post.mails.length = 0;
    await salon.post.deliver();
    // Nobody is told that it was accepted who has acted on it.
    expect(salon.post.subjects()).toEqual(['Your invoice from Aurora']);
    const { text } = salon.post.newest();
    for (const part of [
      'Subject: Bridal package',
      'AURORA-000001',
      'Bridesmaid hair',
      '3 × $45.00',
      'Open: $315.00 is to be paid.',
      'You can pay online, or at the salon.',
    ])
      expect(text).toContain(part);
    const listed = await salon.desk.call('GET {member}/invoices', {});
    expect(listed.body.items[0]).toMatchObject({
      kind: 'order',
      title: 'Bridal package',
      state: 'open',
      due: { amount: 31_500 },
    });
    await salon.post.deliver(true);
    expect(salon.post.mails).toHaveLength(1);
  });

  test('is made once: two colleagues at the same moment, one click twice, one after the other', async () => {
    const salon = await estimateSalon();
    const estimateId = await sent(salon);
    const both = await Promise.all([salon.bill(estimateId), salon.bill(estimateId)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await codeOf(salon.bill(estimateId))).toBe('estimate_invoiced');
    const orders = (await salon.world.invoices()).filter(({ cause }) => cause.kind === 'order');
    expect(orders.map(({ total }) => total)).toEqual([31_500]);
    const other = await sent(salon);
    const first = await salon.bill(other, 'one-click-of-the-desk');
    expect(await salon.bill(other, 'one-click-of-the-desk')).toEqual(first);
  });

  test.each(['before', 'after'] as const)(
    'is made whole or not at all when the call dies %s its commit',
    async (when) => {
      const salon = await estimateSalon();
      const estimateId = await sent(salon);
      let died = false;
      salon.world.hooks[when] = (call) => {
        if (call !== 'commit' || died) return;
        died = true;
        throw new Error('the function died');
      };
      await expect(salon.bill(estimateId, 'one-click-of-the-desk')).rejects.toThrow('died');
      const isBilled = () => salon.stored()[0]?.invoiceId !== undefined;
      const orders = async () => (await salon.world.invoices()).filter(({ cause }) => cause.kind === 'order').length;
      expect([isBilled(), await orders()]).toEqual(when === 'before' ? [false, 0] : [true, 1]);
      expect((await salon.bill(estimateId, 'one-click-of-the-desk')).status).toBe(201);
      expect([isBilled(), await orders()]).toEqual([true, 1]);
    },
  );

  test('is refused when the tax has changed since; a new version can be billed (rule PC8)', async () => {
    const salon = await estimateSalon();
    const estimateId = await sent(salon);
    await salon.accept(estimateId);
    const key = keys.business(slug);
    const [row] = await salon.world.table.read([key]);
    const taxed = { ...salon.world.business, tax: { name: 'Sales tax', basisPoints: 850, mode: 'exclusive' } };
    await salon.world.table.commit([replace(rowOf(key, taxed), row?.version ?? 0)]);
    expect((await salon.look(estimateId)).body.taxChanged).toBe(true);
    expect(await codeOf(salon.bill(estimateId))).toBe('estimate_tax_changed');
    const total = { amount: 34_178, currency: 'USD' };
    const { body } = await salon.revise(estimateId, { ...bridal, total });
    expect(body).toMatchObject({ taxChanged: false, tax: { amount: 2_678 }, total });
    expect((await salon.bill(body.estimateId)).status).toBe(201);
    expect((await salon.world.invoices()).at(-1)?.total).toBe(34_178);
  });
});

describe('paying what was an estimate', () => {
  async function billed() {
    const salon = await estimateSalon();
    const invoiceId: string = (await salon.bill(await sent(salon))).body.invoiceId;
    const invoice = async () => (await salon.world.invoices()).find((one) => one.invoiceId === invoiceId);
    return { salon, invoiceId, invoice };
  }

  test('at the desk, where it stands with what is open until it is paid, once', async () => {
    // 002-004, 002-025
    const { salon, invoiceId, invoice } = await billed();
    const open = async () => (await salon.desk.call('GET {member}', {})).body.billing.open;
    expect(await open()).toMatchObject([
      { invoiceId, kind: 'order', title: 'Bridal package', due: { amount: 31_500, currency: 'USD' } },
    ]);
    const { status, body } = await salon.desk.recordPayment(invoiceId);
    expect([status, body.invoice.state]).toEqual([201, 'paid']);
    expect(await invoice()).toMatchObject({ payment: { kind: 'desk', amount: 31_500 }, paidOn: '2026-01-31' });
    expect(await open()).toEqual([]);
    expect(await codeOf(salon.desk.recordPayment(invoiceId))).toBe('not_an_open_invoice');
    salon.post.mails.length = 0;
    await salon.post.deliver();
    // The bill is not mailed any more, the receipt is.
    expect(salon.post.subjects()).toEqual(['Your receipt from Aurora']);
    const membership = await salon.world.membership();
    expect(membership).toMatchObject({ status: 'active', period: { index: 0 } });
  });

  test('after its bill was mailed again, which stops with the payment', async () => {
    const { salon, invoiceId } = await billed();
    await salon.post.deliver();
    salon.post.mails.length = 0;
    const again = (key?: string) =>
      salon.desk.call('POST {member}/invoices/{invoiceId}/receipt', {}, { invoiceId }, key);
    const first = await again('one-click-of-the-desk');
    expect([first.status, first.body]).toEqual([202, { to: 'mia@example.com' }]);
    expect(await again('one-click-of-the-desk')).toEqual(first);
    await salon.post.deliver();
    expect(salon.post.subjects()).toEqual(['Your invoice from Aurora']);
    // The client was faster than the mail.
    await again();
    await salon.desk.recordPayment(invoiceId);
    await salon.post.deliver();
    expect(salon.post.subjects()).toEqual(['Your invoice from Aurora', 'Your receipt from Aurora']);
  });

  test('on the provider’s page, without keeping its card; reported five times it is paid once', async () => {
    const { salon, invoiceId, invoice } = await billed();
    const { card } = (await salon.world.member()).billing.value;
    await salon.openPage(invoiceId);
    const reply = await salon.world.finishPage('pm_other');
    expect(reply).toMatchObject({ purpose: 'payment', payment: 'paid', amount: { amount: 31_500 } });
    expect(reply).not.toHaveProperty('plan');
    for (let times = 0; times < 4; times += 1) await salon.world.finishPage('pm_other', 'system');
    expect(await invoice()).toMatchObject({ state: 'paid', payment: { kind: 'card', amount: 31_500 } });
    expect((await invoice())?.attempts).toHaveLength(1);
    expect(salon.world.events('invoice.paid')).toHaveLength(1);
    expect((await salon.world.member()).billing.value.card).toEqual(card);
  });

  test('twice: the second payment goes back, as does one for what was written off (fault F31)', async () => {
    const { salon, invoiceId, invoice } = await billed();
    await salon.openPage(invoiceId);
    await salon.desk.recordPayment(invoiceId);
    await salon.world.finishPage('pm_other');
    expect(await invoice()).toMatchObject({ payment: { kind: 'desk' } });
    const other: string = (await salon.bill(await sent(salon))).body.invoiceId;
    await salon.openPage(other);
    expect((await salon.desk.voidInvoice(other)).body.invoice.state).toBe('void');
    await salon.world.finishPage('pm_other');
    expect(salon.world.events('invoice.refunded').map(({ data }) => data)).toMatchObject([
      { subject: { amount: 31_500, reason: 'duplicate', invoiceId } },
      { subject: { amount: 31_500, reason: 'duplicate', invoiceId: other } },
    ]);
    expect(await codeOf(salon.desk.voidInvoice(other))).toBe('not_an_open_invoice');
  });

  test('not with the card on file: nothing was agreed for it', async () => {
    const { salon, invoiceId } = await billed();
    const retry = salon.desk.call('POST {member}/invoices/{invoiceId}/retry', {}, { invoiceId });
    expect(await codeOf(retry)).toBe('needs_payment_page');
    expect(salon.world.provider.taken).toEqual([]);
  });

  test('on a page whose report was lost: the comparison of books finds it (rule I6)', async () => {
    const { salon, invoiceId, invoice } = await billed();
    const compare = () => reconcilePayments(salon.world.world, salon.world.now(), 'reconciling', () => true);
    await compare();
    await salon.openPage(invoiceId);
    salon.world.provider.finish(salon.world.provider.newestPage(), 'pm_other');
    salon.world.pass(day);
    expect(await compare()).toMatchObject({ repaired: 1, differences: 0 });
    expect(await invoice()).toMatchObject({ state: 'paid', payment: { kind: 'card', amount: 31_500 } });
    expect((await salon.world.member()).money).toBeUndefined();
    salon.world.pass(day);
    expect(await compare()).toMatchObject({ repaired: 0, differences: 0 });
  });

  test('given back like any other payment', async () => {
    const { salon, invoiceId, invoice } = await billed();
    await salon.openPage(invoiceId);
    await salon.world.finishPage('pm_other');
    const { status } = await salon.desk.refund(invoiceId, 10_000);
    expect(status).toBe(201);
    expect(await invoice()).toMatchObject({ refunds: [{ amount: 10_000, state: 'done' }] });
  });
});
