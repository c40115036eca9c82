import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { MemberId, Slug } from '../../shared/domain/ids.ts';
import type { Profile } from '../../shared/domain/member.ts';
import { Email } from '../../shared/domain/text.ts';
import { chance } from '../runtime/chance.ts';
import { env } from '../runtime/environment.ts';
import type { Instance } from '../runtime/instance.ts';
import { change } from '../store/change.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { readProfile } from '../store/person-rows.ts';
import { profileWrites } from '../store/profile-row.ts';
import { type Done, runBatch } from './queue-batch.ts';

const Recipients = z.array(z.object({ emailAddress: z.string() }));

/** What SES says on the bus of a mail: the tags are those that it was sent with, each a list. */
const Feedback = z.object({
  time: z.iso.datetime(),
  detail: z.object({
    mail: z.object({ tags: z._default(z.record(z.string(), z.array(z.string())), {}) }),
    bounce: z.optional(z.object({ bounceType: z.string(), bouncedRecipients: Recipients })),
    complaint: z.optional(
      z.object({ complainedRecipients: Recipients, complaintFeedbackType: z.optional(z.nullable(z.string())) }),
    ),
  }),
});
type Feedback = z.infer<typeof Feedback>;

interface Undeliverable {
  readonly why: NonNullable<Profile['undeliverable']>['why'];
  readonly emails: readonly string[];
}

/** Only what will not get better: a full mailbox, or somebody’s “this is not spam”, changes nothing. */
function undeliverableIn({ bounce, complaint }: Feedback['detail']): Undeliverable | undefined {
  if (bounce?.bounceType === 'Permanent') return { why: 'bounce', emails: addresses(bounce.bouncedRecipients) };
  if (complaint && complaint.complaintFeedbackType !== 'not-spam') {
    return { why: 'complaint', emails: addresses(complaint.complainedRecipients) };
  }
  return undefined;
}

const addresses = (recipients: z.infer<typeof Recipients>): string[] =>
  recipients.flatMap(({ emailAddress }) => {
    const parsed = Email.safeParse(/<([^>]*)>\s*$/.exec(emailAddress)?.[1] ?? emailAddress);
    return parsed.success ? [parsed.data] : [];
  });

/**
 * Notes that an address takes no mail, with the member whom the mail’s tags name, as long as the record has that
 * address (rule M4, fault F34). Repeated, late, or about nobody here, it changes nothing.
 */
export async function takeFeedback({ table, chance }: Instance, { time, detail }: Feedback): Promise<Done> {
  const [business, memberId] = [
    Slug.safeParse(detail.mail.tags.business?.[0]),
    MemberId.safeParse(detail.mail.tags.member?.[0]),
  ];
  const undeliverable = undeliverableIn(detail);
  if (!undeliverable) return { outcome: 'passing' };
  if (!business.success || !memberId.success) return { outcome: 'not_a_member' };
  const slug = business.data;
  const since = Date.parse(time);
  const outcome = await change(
    table,
    async () => {
      const row = await readProfile(table, slug, memberId.data);
      if (!row) return { writes: [], reply: 'not_a_member' };
      const { profile } = row.value;
      const { email } = profile;
      if (email === undefined || !undeliverable.emails.includes(email)) return { writes: [], reply: 'address_changed' };
      if (profile.undeliverable?.email === email) return { writes: [], reply: 'already_known' };
      const after: Profile = { ...profile, undeliverable: { email, since, why: undeliverable.why } };
      return { writes: profileWrites(slug, row, after), reply: 'noted' };
    },
    { pause: chance.pause },
  );
  return { outcome, why: undeliverable.why, business: slug, memberId: memberId.data };
}

/** Takes the feedback of a batch. */
export const takeAllFeedback = (instance: Instance, batch: SQSEvent): Promise<SQSBatchResponse> =>
  runBatch('take-mail-feedback', batch, (body) => takeFeedback(instance, Feedback.parse(JSON.parse(body))));

let instance: Instance | undefined;

/** Lambda entry, behind the queue of bounces and complaints. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  instance ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), chance };
  return takeAllFeedback(instance, event);
}
