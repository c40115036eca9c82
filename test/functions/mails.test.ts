import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cancellationUndone, cancelled } from '../../functions/billing/cancel-membership.ts';
import { openCardPage } from '../../functions/billing/open-checkout.ts';
import { loadScene } from '../../functions/billing/scene.ts';
import { invoiceWrite, readInvoice } from '../../functions/store/invoice-rows.ts';
import { profileWrites } from '../../functions/store/profile-row.ts';
import type { Profile } from '../../shared/domain/member.ts';
import type { Benefit } from '../../shared/domain/plan.ts';
import { billingWorldForTests, memberId, membershipId } from '../support/billing-world.ts';
import { postOffice } from '../support/post-office.ts';

const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;
const hard = { declineClass: 'hard', code: 'lost_card' } as const;
/** The bill date of the world's member, nine o'clock in New York. */
const nine = '2026-02-28T14:00:00Z';
const beforeNine = '2026-02-28T13:55:00Z';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

async function salon(options: Parameters<typeof billingWorldForTests>[0] = {}) {
  const world = await billingWorldForTests(options);
  const post = postOffice(world);
  return {
    world,
    post,
    async changeProfile(change: Partial<Profile>) {
      const { profileRow } = await world.member();
      await world.table.commit(profileWrites('aurora', profileRow, { ...profileRow.value.profile, ...change }));
    },
    async cancel(when: 'now' | 'period_end') {
      const scene = await loadScene(world.world, { ...world.scene(), actor: { kind: 'member', memberId } });
      if (!scene) throw new Error('the membership is there');
      await world.table.commit((await cancelled(world.world, scene, { when })).writes);
    },
    visitor: () => ({
      slug: 'aurora',
      memberId,
      actor: { kind: 'member', memberId } as const,
      at: world.now(),
      requestId: `request-${world.now()}`,
      language: 'en' as const,
      backTo: '/portal' as const,
    }),
  };
}

describe('a renewal at five in the morning', () => {
  // Rule M7, 003-034
  test('is receipted at nine, with everything in the mail itself', async () => {
    const { world, post } = await salon();
    await world.live(beforeNine);
    await post.deliver();
    await post.sweep();
    expect(post.mails).toEqual([]);
    world.moveTo(nine);
    await post.sweep();
    const mail = post.newest();
    expect(mail).toMatchObject({
      to: 'mia@example.com',
      subject: 'Your receipt from Aurora',
      replyTo: 'hello@example.com',
      tags: { template: 'receipt', business: 'aurora', member: memberId },
    });
    expect(mail).not.toHaveProperty('unsubscribe');
    for (const part of [
      'AURORA-000001',
      'Total: $99.00',
      'February 28, 2026 to March 30, 2026',
      'Paid by Visa •••• 4242: $99.00',
      'Use by March 30, 2026',
      'How to cancel',
      'https://aurora.example.org/portal',
    ])
      expect(mail.text).toContain(part);
    // However often the events come again, and the sweep runs.
    await post.deliver(true);
    await post.sweep();
    expect(post.mails).toHaveLength(1);
    expect(world.table.rows().filter(({ duePk }) => duePk?.startsWith('DUE#MAIL'))).toEqual([]);
  });

  test('and one that a person pays in the evening is receipted at once', async () => {
    const { world, post, visitor } = await salon();
    world.provider.behave('pm_good', hard);
    await post.live('2026-03-02T03:30:00Z');
    const before = post.mails.length;
    await openCardPage(world.world, visitor());
    // Whether the browser or the provider reports it first makes no difference to whoever waits.
    await world.finishPage('pm_new', 'system');
    await post.deliver();
    await post.deliver();
    expect(post.subjects().slice(before).sort()).toEqual(['Your card on file was changed', 'Your receipt from Aurora']);
  });
});

describe('a payment that fails', () => {
  // Rule D2, 000-020, 000-047
  test('is told of at nine, with a link that is noted on the member', async () => {
    const { world, post } = await salon();
    world.provider.behave('pm_good', soft);
    await post.live('2026-02-28T13:00:00Z');
    expect(post.mails).toEqual([]);
    await post.live('2026-02-28T15:00:00Z');
    const mail = post.newest();
    expect(mail.subject).toBe('Your membership payment needs attention');
    expect(mail.tags.template).toBe('payment_first');
    expect(mail.text).toContain('Amount due: $99.00');
    expect(mail.text).toContain('try your card again on March 3');
    // What came with the last period has run out: nothing is promised that is not there.
    expect(mail.text).toContain('New benefits come as soon as this payment is settled.');
    expect(mail.text).not.toContain('left');
    const { link } = (await world.member()).billing.value;
    expect(link).toEqual({ sentAt: Date.parse(nine) });
    expect((await post.call('link', { token: post.token() })).body).toMatchObject({ state: 'valid' });
  });

  test('leaves what a plan always includes usable for a while, and the mail says until when', async () => {
    const discount: Benefit = { kind: 'discount', key: 'ten', serviceIds: [], percent: 10 };
    const { world, post } = await salon({ plan: { benefits: [discount], visitAllowance: 0 } });
    world.provider.behave('pm_good', soft);
    await post.live('2026-02-28T15:00:00Z');
    expect(post.newest().text).toContain('What you have left can be used before March 8');
    await post.live('2026-03-11T00:00:00Z');
    expect(post.newest().text).toContain('Your benefits are on hold until this payment is settled.');
  });

  test('is told of once per step, in the words of the step, and never at night', async () => {
    const { world, post } = await salon();
    world.provider.behave('pm_good', soft);
    const sentAt: number[] = [];
    const { send } = post.mailWorld.mailer;
    post.mailWorld.mailer.send = async (mail) => {
      sentAt.push(world.now());
      await send(mail);
    };
    await post.live('2026-04-02T00:00:00Z');
    expect(post.subjects()).toEqual([
      'Your membership payment needs attention',
      'Reminder: your membership payment is still open',
      'Your benefits pause on March 8',
      'Your benefits are on hold',
      'Last reminder: your membership payment is open',
      'Your membership has ended',
    ]);
    expect(post.mails.find(({ tags }) => tags.template === 'payment_final')?.text).toContain('ends on March 30');
    for (const at of sentAt) {
      const hour = Number(
        new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone: 'America/New_York' }).format(at),
      );
      expect(hour).toBeGreaterThanOrEqual(9);
      expect(hour).toBeLessThan(20);
    }
  });

  test('is not told of when it was paid before nine', async () => {
    const { world, post, visitor } = await salon();
    world.provider.behave('pm_good', hard);
    await post.live(beforeNine);
    await openCardPage(world.world, visitor());
    await world.finishPage('pm_new');
    await post.live('2026-02-28T16:00:00Z');
    expect(post.subjects()).not.toContain('Your membership payment needs attention');
    expect(post.subjects()).toContain('Your receipt from Aurora');
  });

  test('is not told of when the membership was cancelled before nine', async () => {
    const { world, post, cancel } = await salon();
    world.provider.behave('pm_good', hard);
    await post.live(beforeNine);
    await cancel('now');
    await post.live('2026-02-28T16:00:00Z');
    expect(post.subjects()).toEqual(['Your membership has ended']);
  });

  test('is told of by its newest step only, when the mails were held up for days', async () => {
    const { world, post } = await salon();
    world.provider.behave('pm_good', soft);
    await world.live('2026-03-03T15:00:00Z');
    await post.deliver();
    await post.sweep();
    expect(post.subjects()).toEqual(['Reminder: your membership payment is still open']);
  });

  // Rule M4, fault F34
  test('is not written about to an address that bounced, and goes its way all the same', async () => {
    const { world, post, changeProfile } = await salon();
    world.provider.behave('pm_good', soft);
    await changeProfile({ undeliverable: { email: 'mia@example.com', since: 1, why: 'bounce' } });
    await post.live('2026-03-04T00:00:00Z');
    expect(post.mails).toEqual([]);
    expect((await world.membership()).due?.step).toBe(3);
    // Corrected: mail goes out again.
    await changeProfile({ email: 'mia.member@example.com' });
    await post.live('2026-03-08T00:00:00Z');
    expect(post.mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['mia.member@example.com', 'Your benefits pause on March 8'],
    ]);
  });
});

describe('a mail that somebody waits for leaves at once, also at night', () => {
  const night = '2026-02-20T07:00:00Z';

  test('the link that staff send, with nothing due', async () => {
    const { world, post } = await salon();
    world.moveTo(night);
    await post.announce('payment.link_requested', {}, { kind: 'staff', staffId: 'stf_01JAB000000000000000000001' });
    await post.deliver();
    expect(post.newest()).toMatchObject({ subject: 'Your link to update your card at Aurora' });
    expect(post.newest().text).toContain('Nothing is charged now.');
  });

  // Rule K6: the same sentences as the preview.
  test('the confirmation of a cancellation, with all that the preview has shown', async () => {
    const { post, cancel } = await salon({ plan: { creditsAfterCancel: { kind: 'grace_days', days: 30 } } });
    await post.live('2026-03-01T07:00:00Z');
    await cancel('period_end');
    await post.deliver();
    expect(post.newest().subject).toBe('Your membership is cancelled');
    for (const part of [
      'Gold: until and including March 30, 2026',
      'Last payment: $99.00 (February 28, 2026)',
      'Still to pay: nothing more',
      /\w+ .*visits? .*· usable until and including April 29, 2026/,
      'by replying to this e-mail. The next bill is then $99.00 on March 31, 2026.',
    ])
      expect(post.newest().text).toMatch(part);
  });

  test('of one that ends now, with what is paid back and what is not asked for any more', async () => {
    const { post, cancel } = await salon({ plan: { creditsAfterCancel: { kind: 'refund_unused' } } });
    await post.live('2026-03-01T07:00:00Z');
    await cancel('now');
    await post.deliver();
    expect(post.newest().subject).toBe('Your membership has ended');
    expect(post.newest().text).toContain('Paid back: $99.00 (to the card it was paid with)');
    expect(post.newest().text).not.toContain('take the cancellation back');
    const unpaid = await salon();
    unpaid.world.provider.behave('pm_good', soft);
    await unpaid.post.live('2026-03-01T07:00:00Z');
    await unpaid.cancel('period_end');
    await unpaid.post.deliver();
    expect(unpaid.post.newest().text).toContain('Open payment: $99.00 (no longer due)');
  });

  // Rule K3
  test('that a cancellation was taken back, with the bill that comes next and the way out; the page for who may', async () => {
    const { world, post, cancel } = await salon({ membership: { enrolledVia: 'online' } });
    await post.live('2026-03-01T07:00:00Z');
    await cancel('period_end');
    await post.deliver();
    const page = `https://aurora.example.org/portal/cancel/${membershipId}`;
    expect(post.newest().text).toContain(`take the cancellation back, here: ${page}`);
    const scene = await loadScene(world.world, { ...world.scene(), actor: { kind: 'member', memberId } });
    if (!scene) throw new Error('the membership is there');
    await world.table.commit((await cancellationUndone(world.world, scene)).writes);
    await post.deliver();
    expect(post.newest().subject).toBe('Your membership goes on');
    expect(post.newest().text).toContain('Next bill: $99.00 (March 31, 2026)');
    expect(post.newest().text).toContain(page);
  });

  test('a copy of a receipt', async () => {
    const { world, post } = await salon();
    await post.live('2026-03-01T07:00:00Z');
    const [invoice] = await world.invoices();
    await post.announce('receipt.requested', { invoiceId: String(invoice?.invoiceId) });
    await post.deliver();
    expect(post.subjects()).toEqual(['Your receipt from Aurora', 'Your receipt from Aurora']);
  });

  test('a refund, with the ways that it takes', async () => {
    const { world, post } = await salon();
    await post.live('2026-03-01T07:00:00Z');
    const [invoice] = await world.invoices();
    const stored = invoice && (await readInvoice(world.table, 'aurora', memberId, invoice.invoiceId));
    if (!stored) throw new Error('the invoice is there');
    const refunds = [
      {
        n: 1,
        state: 'done',
        amount: 3000,
        toAccountCredit: 1000,
        at: world.now(),
        reason: 'requested',
        tookBack: stored.value.grants,
      },
    ] as const;
    await world.table.commit([
      invoiceWrite('aurora', stored, { ...stored.value, refunds: [...refunds] }, stored.event),
    ]);
    await post.announce('invoice.refunded', { invoiceId: stored.value.invoiceId, n: 1 });
    await post.announce('invoice.refunded', { invoiceId: stored.value.invoiceId, amount: 9900, reason: 'duplicate' });
    await post.announce('invoice.refunded', { invoiceId: stored.value.invoiceId, n: 2 });
    await post.deliver();
    const [, first, second, ...others] = post.mails;
    expect(others).toEqual([]);
    expect(first?.text).toContain('Refund: $30.00');
    expect(first?.text).toContain('Of the payment: Receipt AURORA-000001');
    expect(first?.text).toContain('To Visa •••• 4242: $20.00');
    expect(first?.text).toContain('To your account credit: $10.00');
    expect(first?.text).toMatch(/Taken off your balance: \w+ .*visit/);
    expect(second?.text).toContain('A payment was made twice.');
    expect(second?.text).toContain('Refund: $99.00');
  });
});

describe('before a bill', () => {
  const yearly = { interval: { unit: 'year', count: 1 }, price: { amount: 120000, currency: 'USD' } } as const;

  // Rule M7
  test('of a year the renewal is announced twenty and five days ahead, with the way out', async () => {
    const { world, post } = await salon({ plan: yearly });
    world.moveTo('2027-01-10T00:00:00Z');
    await post.live('2027-01-29T00:00:00Z');
    expect(post.subjects()).toEqual(['Your membership renews on January 31', 'Your membership renews on January 31']);
    for (const part of [
      'Amount: $1,200.00',
      'Charged on: January 31',
      'Visa •••• 4242',
      'hello@example.com',
      'January 31, 2027 to January 30, 2028',
    ])
      expect(post.newest().text).toContain(part);
    expect(post.newest()).not.toHaveProperty('unsubscribe');
  });

  test('the first one after a trial is announced as the end of the trial, not as a renewal', async () => {
    const { post } = await salon({
      plan: { trialDays: 14 },
      membership: {
        anchor: { date: '2026-02-14', interval: { unit: 'month', count: 1 } },
        period: { index: -1, start: '2026-01-31', end: '2026-02-14' },
      },
    });
    await post.live('2026-02-10T00:00:00Z');
    expect(post.subjects()).toEqual(['Your trial ends on February 13']);
    expect(post.newest().text).toContain('This is the first bill');
    expect(post.newest().text).not.toMatch(/renew/);
  });

  test('nothing is announced that will not come', async () => {
    const { world, post, cancel } = await salon({ plan: yearly });
    world.moveTo('2027-01-11T13:00:00Z');
    await world.live('2027-01-11T15:00:00Z');
    expect(world.events('membership.notice_due')).toHaveLength(1);
    await cancel('period_end');
    await post.deliver();
    expect(post.subjects()).toEqual(['Your membership is cancelled']);
  });
});
