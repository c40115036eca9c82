import * as z from 'zod/mini';

/** Crockford base 32, 26 characters: sorts by time of creation. */
const ulid = '[0-9A-HJKMNP-TV-Z]{26}';
const prefixed = (prefix: string) => z.string().check(z.regex(new RegExp(`^${prefix}_${ulid}$`)));

export const idPrefixes = {
  member: 'mbr',
  membership: 'msh',
  plan: 'pln',
  service: 'svc',
  location: 'loc',
  bucket: 'bkt',
  event: 'evt',
  invitation: 'inv',
  note: 'nte',
  document: 'doc',
  staff: 'stf',
  upload: 'upl',
  invoice: 'ivc',
  enrolment: 'enr',
  question: 'qst',
  quote: 'qte',
  estimate: 'est',
} as const;
export type IdKind = keyof typeof idPrefixes;

export const MemberId = prefixed(idPrefixes.member);
export const MembershipId = prefixed(idPrefixes.membership);
export const PlanId = prefixed(idPrefixes.plan);
export const ServiceId = prefixed(idPrefixes.service);
export const LocationId = prefixed(idPrefixes.location);
export const InvitationId = prefixed(idPrefixes.invitation);
export const NoteId = prefixed(idPrefixes.note);
export const DocumentId = prefixed(idPrefixes.document);
export const StaffId = prefixed(idPrefixes.staff);
export const UploadId = prefixed(idPrefixes.upload);
export const EventId = prefixed(idPrefixes.event);
export const EnrolmentId = prefixed(idPrefixes.enrolment);
export const QuestionId = prefixed(idPrefixes.question);
export const QuoteId = prefixed(idPrefixes.quote);
export const EstimateId = prefixed(idPrefixes.estimate);

/** Which period of a membership, counted from its anchor; -1 is the time before the first bill (a trial, or waiting). */
const periodIndex = '(?:-1|\\d{1,5})';

/**
 * A bucket granted by a membership is named after its cause, `<membership>.<period index>.<benefit key>`, so that a
 * second grant of the same benefit and period collides with the first (invariant C2.4). What a change of plan adds within
 * a period has the change's own mark behind it; `.rest` is the part that is not kept for later periods (rule C6). Others
 * get an id of their own.
 */
export const BucketId = z
  .string()
  .check(
    z.regex(
      new RegExp(
        `^(${idPrefixes.bucket}_${ulid}|${idPrefixes.membership}_${ulid}\\.${periodIndex}\\.[a-z0-9-]{1,40}(?:\\.${ulid})?(?:\\.rest)?)$`,
      ),
    ),
  );

/**
 * The invoice of a membership's period is named after its cause, `<membership>.<period index>`, so that a second one
 * collides with the first (rule I1); so is that of an estimate, `<estimate>.invoice`. Others, such as a payment into
 * account credit, get an id of their own.
 */
export const InvoiceId = z
  .string()
  .check(
    z.regex(
      new RegExp(
        `^(${idPrefixes.invoice}_${ulid}|${idPrefixes.membership}_${ulid}\\.${periodIndex}|${idPrefixes.estimate}_${ulid}\\.invoice)$`,
      ),
    ),
  );

export const estimateInvoiceId = (estimateId: string): string => `${estimateId}.invoice`;

export const periodInvoiceId = (membershipId: string, index: number): string => `${membershipId}.${index}`;

/** What names a quote among the things that come of it: its invoice and its credits. */
export const markOfQuote = (quoteId: string): string => quoteId.slice(idPrefixes.quote.length + 1);

/** The invoice of a change of plan is named after its quote, so that confirming it twice is one charge. */
export const quotedInvoiceId = (quoteId: string): string => `${idPrefixes.invoice}_${markOfQuote(quoteId)}`;

/** The business's name in addresses, `<slug>.<domain>`; chosen once, never changed, so it is also its key. */
export const Slug = z.string().check(z.regex(/^[a-z](?:[a-z0-9]|-(?!-)){1,38}[a-z0-9]$/));

/** A Cognito user's `sub`. */
export const LoginId = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** Chosen by the caller for one intended effect; repeated with it when the answer was lost. */
export const IdempotencyKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));
