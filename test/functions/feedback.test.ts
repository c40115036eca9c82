import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { SQSEvent } from 'aws-lambda';
import { takeAllFeedback } from '../../functions/jobs/take-mail-feedback.ts';
import { profileWrites } from '../../functions/store/profile-row.ts';
import { billingWorldForTests, memberId } from '../support/billing-world.ts';

const written: string[] = [];
beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterAll(() => {
  jest.restoreAllMocks();
});

const time = '2026-03-02T14:00:03Z';
const tags = { template: ['payment_first'], business: ['aurora'], event: ['evt_1'], member: [memberId] };
const mail = (given: Record<string, string[]> = tags) => ({
  timestamp: '2026-03-02T14:00:01.000Z',
  messageId: 'id',
  destination: ['mia@example.com'],
  tags: { ...given, 'ses:configuration-set': ['mail'] },
});
const recipient = (emailAddress = 'mia@example.com') => ({ emailAddress });

/** As SES announces it through EventBridge. */
const bounced = (more: object = {}, given = mail()) => ({
  'detail-type': 'Email Bounced',
  source: 'aws.ses',
  time,
  detail: {
    eventType: 'Bounce',
    bounce: {
      feedbackId: 'f',
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [{ ...recipient(), action: 'failed', status: '5.1.1' }],
      timestamp: time,
      ...more,
    },
    mail: given,
  },
});
const complained = (more: object = {}) => ({
  'detail-type': 'Email Complaint Received',
  source: 'aws.ses',
  time,
  detail: {
    eventType: 'Complaint',
    complaint: {
      feedbackId: 'f',
      complaintSubType: null,
      complainedRecipients: [recipient()],
      timestamp: time,
      complaintFeedbackType: 'abuse',
      ...more,
    },
    mail: mail(),
  },
});

async function take(...messages: object[]) {
  const world = await billingWorldForTests();
  const before = world.table.calls.commit;
  const again = async (...more: object[]) => {
    const batch = {
      Records: more.map((message, index) => ({ messageId: String(index), body: JSON.stringify(message) })),
    } as unknown as SQSEvent;
    return takeAllFeedback(world.world, batch);
  };
  const answer = await again(...messages);
  return { world, again, answer, writes: () => world.table.calls.commit - before };
}
const undeliverableOf = async ({ world }: Awaited<ReturnType<typeof take>>) =>
  (await world.member()).profile.undeliverable;

// Rule M4, fault F34
describe('an address that takes no mail', () => {
  test.each([
    ['bounce', bounced()],
    ['bounce', bounced({ bouncedRecipients: [recipient('Mia <MIA@example.com>')] })],
    ['complaint', complained()],
    ['complaint', complained({ complaintFeedbackType: undefined })],
  ] as const)('is noted on the member after a %s', async (why, message) => {
    const taken = await take(message);
    expect(taken.answer).toEqual({ batchItemFailures: [] });
    expect(await undeliverableOf(taken)).toEqual({ email: 'mia@example.com', since: Date.parse(time), why });
  });

  test('is noted once, however often it is reported', async () => {
    const taken = await take(bounced());
    await taken.again(bounced(), complained(), { ...bounced(), time: '2026-03-05T00:00:00Z' });
    expect(taken.writes()).toBe(1);
    expect(await undeliverableOf(taken)).toMatchObject({ since: Date.parse(time), why: 'bounce' });
  });

  test.each([
    ['a full mailbox', bounced({ bounceType: 'Transient', bounceSubType: 'MailboxFull' })],
    ['a bounce of unknown kind', bounced({ bounceType: 'Undetermined' })],
    ['“this is not spam”', complained({ complaintFeedbackType: 'not-spam' })],
    ['another salon’s mail', bounced({}, mail({ ...tags, business: ['borealis'] }))],
    ['a mail to somebody unknown', bounced({}, mail({ ...tags, member: ['mbr_01JAB000000000000000000099'] }))],
    ['a mail that names nobody', bounced({}, mail({ template: ['staff_invitation'], business: ['aurora'] }))],
    ['tags that are none of ours', bounced({}, mail({ business: ['../aurora'], member: ['mbr_1#x'] }))],
    ['an address that has been corrected since', bounced({ bouncedRecipients: [recipient('mai@example.com')] })],
  ])('is not concluded from %s', async (_what, message) => {
    const taken = await take(message);
    expect(taken.answer).toEqual({ batchItemFailures: [] });
    expect(await undeliverableOf(taken)).toBeUndefined();
    expect(taken.writes()).toBe(0);
  });

  test('is noted anew for the next address', async () => {
    const taken = await take(bounced());
    const { profileRow } = await taken.world.member();
    const profile = { ...profileRow.value.profile, email: 'mia.new@example.com' };
    await taken.world.table.commit(profileWrites('aurora', profileRow, profile));
    await taken.again(bounced({ bouncedRecipients: [recipient('mia.new@example.com')] }));
    expect(await undeliverableOf(taken)).toMatchObject({ email: 'mia.new@example.com' });
  });

  test('stands in no log line; a message that is none comes back alone', async () => {
    const { answer } = await take({ time: 'never' }, bounced());
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] });
    expect(written.join('')).toContain('"outcome":"noted"');
    expect(written.join('')).not.toMatch(/@example/);
  });
});
