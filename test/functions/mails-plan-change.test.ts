import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { changeRows } from '../../frontend/common/plan-change.ts';
import { changeUndone } from '../../functions/billing/change-plan.ts';
import { change } from '../../functions/store/change.ts';
import { planChangePreview } from '../../functions/views/plan-change-view.ts';
import { languageOf } from '../../shared/domain/business.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { giveAccountCredit } from '../support/money.ts';
import { confirm, platinum, quote, salonOfPlans, sceneIn, silver } from '../support/plan-change-salon.ts';
import { postOffice } from '../support/post-office.ts';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

async function salon(options: Parameters<typeof salonOfPlans>[0] = {}) {
  const world = await salonOfPlans(options);
  const post = postOffice(world);
  await post.deliver();
  post.mails.length = 0;
  return { world, post };
}

describe('a change today', () => {
  test('is confirmed at once: what was paid, what came, the next bill; the receipt says the same amount (rule PC5)', async () => {
    const { world, post } = await salon();
    const offered = await quote(world, platinum);
    await confirm(world, offered);
    await post.deliver();
    const mail = post.mails.find(({ tags }) => tags.template === 'plan_changed');
    expect(mail).toMatchObject({ to: 'mia@example.com', subject: 'Your plan has changed' });
    for (const part of [
      'changed from Gold to Platinum on February 10, 2026',
      'Paid for it: $32.15',
      'Next bill: $149.00 (February 28, 2026, charged to Visa •••• 4242)',
      'Use by February 27, 2026',
    ])
      expect(mail?.text).toContain(part);
    expect(post.mails.find(({ tags }) => tags.template === 'receipt')?.text).toContain('$32.15');
    const before = post.mails.length;
    await post.deliver(true);
    expect(post.mails).toHaveLength(before);
  });

  test('whose card says no is told on the screen alone, and by mail when the answer came later', async () => {
    const { world, post } = await salon();
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
    await confirm(world, await quote(world, platinum));
    await post.deliver();
    expect(post.mails).toEqual([]);
    world.provider.fail((call) => (call === 'charge' ? 'after' : undefined));
    await confirm(world, await quote(world, platinum));
    world.provider.fail(() => undefined);
    await post.live('2026-02-10T21:00:00Z');
    expect(post.mails.map(({ subject }) => subject)).toEqual(['Your plan has not changed']);
    expect(post.newest().text).toContain('The payment of $32.15 did not go through');
  });
});

describe('a change with the next bill', () => {
  test('is announced at once, with its day, the amount and how to take it back', async () => {
    const { world, post } = await salon();
    await confirm(world, await quote(world, silver, 'next_period'));
    await post.deliver();
    expect(post.newest().subject).toBe('Your plan changes on February 28, 2026');
    for (const part of [
      'Next bill: $49.00 (February 28, 2026, charged to Visa •••• 4242)',
      'nothing is charged for the change',
      'reply to this e-mail or reach us here: hello@example.com',
    ])
      expect(post.newest().text).toContain(part);
  });

  test.each([
    {
      language: 'English',
      locale: 'en-US' as const,
      credit: 1001,
      said: 'Next bill: $49.00 (February 28, 2026, $38.99 charged to Visa •••• 4242, $10.01 from your account credit)',
      rows: ['$10.01 comes from your account credit.', '$38.99 will be charged to your Visa •••• 4242.'],
    },
    {
      language: 'German',
      locale: 'de-DE' as const,
      credit: 1001,
      said: 'Nächste Rechnung: 49,00 $ (28. Februar 2026, Abbuchung von 38,99 $ von Visa •••• 4242, 10,01 $ aus Ihrem Kontoguthaben)',
      rows: ['10,01 $ kommen aus Ihrem Kontoguthaben.', '38,99 $ werden von Ihrer Visa •••• 4242 abgebucht.'],
    },
    {
      language: 'English, covered by account credit',
      locale: 'en-US' as const,
      credit: 9000,
      said: 'Next bill: $49.00 (February 28, 2026, paid from your account credit)',
      rows: ['$49.00 will be taken from your account credit. Nothing is charged to your card.'],
    },
    {
      language: 'German, covered by account credit',
      locale: 'de-DE' as const,
      credit: 9000,
      said: 'Nächste Rechnung: 49,00 $ (28. Februar 2026, aus Ihrem Kontoguthaben bezahlt)',
      rows: ['49,00 $ werden von Ihrem Kontoguthaben genommen. Von Ihrer Karte wird nichts abgebucht.'],
    },
  ])('says, in the mail and before it, what account credit pays of the bill: $language', async (given) => {
    const { locale, credit, said, rows } = given;
    const { world, post } = await salon({ business: { locale } });
    await giveAccountCredit(world, credit);
    const offered = await quote(world, silver, 'next_period');
    const preview = planChangePreview(await sceneIn(world)(), offered);
    const details = changeRows(preview, '2026-02-10', tongueOf(languageOf(locale), locale)).at(-1)?.details;
    expect(details?.slice(1).map(plain)).toEqual(rows);
    await confirm(world, offered);
    await post.deliver();
    expect(plain(post.newest().text)).toContain(said);
  });

  test('leads to the portal where members change plans themselves', async () => {
    const features = { memberPauses: false, memberCancels: false, memberChangesPlan: true };
    const { world, post } = await salon({ business: { features } });
    await confirm(world, await quote(world, silver, 'next_period'));
    await post.deliver();
    expect(post.newest().text).toContain('See or take back the change:\nhttps://aurora.example.org/portal');
  });

  test('that was taken back before the mail could leave is not announced', async () => {
    const { world, post } = await salon();
    await confirm(world, await quote(world, silver, 'next_period'));
    await change(world.table, async () => changeUndone(await sceneIn(world)()), {
      pause: async () => undefined,
    });
    await post.deliver();
    expect(post.mails).toEqual([]);
  });

  test('is billed with a receipt and no further mail', async () => {
    const { world, post } = await salon();
    await confirm(world, await quote(world, silver, 'next_period'));
    await post.deliver();
    post.mails.length = 0;
    await post.live('2026-03-01T18:00:00Z');
    expect(post.mails.map(({ tags }) => tags.template)).toEqual(['renewal_notice', 'receipt']);
  });
});
