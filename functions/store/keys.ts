import { idPrefixes } from '../../shared/domain/ids.ts';
import type { Key } from './table.ts';

/**
 * Every key of the table, in one place. Each partition starts with its business, except a login's and what the payment
 * provider names. See docs/data-model.md.
 */

const sequenceDigits = 9;
const business = (slug: string) => `B#${slug}`;
const member = (slug: string, memberId: string) => `${business(slug)}#M#${memberId}`;

export const keys = {
  business: (slug: string): Key => ({ pk: business(slug), sk: 'BUSINESS' }),
  plan: (slug: string, planId: string, version: number): Key => ({
    pk: business(slug),
    sk: `PLAN#${planId}#${String(version).padStart(4, '0')}`,
  }),
  service: (slug: string, serviceId: string): Key => ({ pk: business(slug), sk: `SERVICE#${serviceId}` }),
  location: (slug: string, locationId: string): Key => ({ pk: business(slug), sk: `LOCATION#${locationId}` }),
  staff: (slug: string, staffId: string): Key => ({ pk: business(slug), sk: `STAFF#${staffId}` }),
  /** Holds the e-mail of a member of staff, so that two invitations of one address collide. */
  staffEmail: (slug: string, emailHash: string): Key => ({ pk: `${business(slug)}#STAFF-EMAIL`, sk: emailHash }),
  /** A copy of the staff record under its login: the one row that authorises a staff request. */
  access: (slug: string, loginId: string): Key => ({ pk: `${business(slug)}#ACCESS`, sk: loginId }),

  profile: (slug: string, memberId: string): Key => ({ pk: member(slug, memberId), sk: 'NOW#PROFILE' }),
  membership: (slug: string, memberId: string, membershipId: string): Key => ({
    pk: member(slug, memberId),
    sk: `NOW#MEMBERSHIP#${membershipId}`,
  }),
  /** Somebody else's membership that this client may use. */
  shared: (slug: string, memberId: string, membershipId: string): Key => ({
    pk: member(slug, memberId),
    sk: `NOW#SHARED#${membershipId}`,
  }),
  creditAccount: (slug: string, memberId: string): Key => ({ pk: member(slug, memberId), sk: 'NOW#CREDIT' }),
  /** What the member was told about credits that expire. */
  creditAlerts: (slug: string, memberId: string): Key => ({ pk: member(slug, memberId), sk: 'NOW#ALERTS' }),
  entry: (slug: string, memberId: string, sequence: number): Key => ({
    pk: member(slug, memberId),
    sk: `ENTRY#${String(sequence).padStart(sequenceDigits, '0')}`,
  }),
  /** Exists once the entry was undone; inserting it twice fails. */
  undone: (slug: string, memberId: string, sequence: number): Key => ({
    pk: member(slug, memberId),
    sk: `UNDONE#${String(sequence).padStart(sequenceDigits, '0')}`,
  }),
  /** What a change of plan was said to mean, and what became of that. */
  quote: (slug: string, memberId: string, quoteId: string): Key => ({
    pk: member(slug, memberId),
    sk: `QUOTE#${quoteId}`,
  }),
  note: (slug: string, memberId: string, noteId: string): Key => ({ pk: member(slug, memberId), sk: `NOTE#${noteId}` }),
  document: (slug: string, memberId: string, documentId: string): Key => ({
    pk: member(slug, memberId),
    sk: `DOCUMENT#${documentId}`,
  }),
  /** What a member asked in private, with all that was written since. */
  question: (slug: string, memberId: string, questionId: string): Key => ({
    pk: member(slug, memberId),
    sk: `QUESTION#${questionId}`,
  }),
  /** Which of a member's questions wait for an answer, and which answers were not opened. */
  memberQuestions: (slug: string, memberId: string): Key => ({ pk: member(slug, memberId), sk: 'NOW#QUESTIONS' }),
  /** A question in the business's list of them. */
  listedQuestion: (slug: string, questionId: string): Key => ({ pk: `${business(slug)}#QUESTIONS`, sk: questionId }),
  memberEvent: (slug: string, memberId: string, eventId: string): Key => ({
    pk: member(slug, memberId),
    sk: `EVENT#${eventId}`,
  }),
  businessEvent: (slug: string, eventId: string): Key => ({ pk: `${business(slug)}#EVENT`, sk: eventId }),

  billingProfile: (slug: string, memberId: string): Key => ({ pk: member(slug, memberId), sk: 'NOW#BILLING' }),
  moneyAccount: (slug: string, memberId: string): Key => ({ pk: member(slug, memberId), sk: 'NOW#MONEY' }),
  moneyEntry: (slug: string, memberId: string, sequence: number): Key => ({
    pk: member(slug, memberId),
    sk: `MONEY#${String(sequence).padStart(sequenceDigits, '0')}`,
  }),
  invoice: (slug: string, memberId: string, invoiceId: string): Key => ({
    pk: member(slug, memberId),
    sk: `INVOICE#${invoiceId}`,
  }),
  /** What the salon has offered the member. */
  estimate: (slug: string, memberId: string, estimateId: string): Key => ({
    pk: member(slug, memberId),
    sk: `ESTIMATE#${estimateId}`,
  }),
  /** The last number of the business's estimates, apart from those of invoices. */
  estimateSeries: (slug: string): Key => ({ pk: `${business(slug)}#ESTIMATES`, sk: 'SERIES' }),
  /** An estimate in the business's list of them. */
  listedEstimate: (slug: string, estimateId: string): Key => ({ pk: `${business(slug)}#ESTIMATES`, sk: estimateId }),
  /** Exists once money that nobody owed was given back. */
  givenBack: (slug: string, memberId: string, paymentIntentId: string): Key => ({
    pk: member(slug, memberId),
    sk: `GIVEN-BACK#${paymentIntentId}`,
  }),
  /** What was agreed to when joining online, and when (rule 13). */
  consent: (slug: string, memberId: string, membershipId: string): Key => ({
    pk: member(slug, memberId),
    sk: `CONSENT#${membershipId}`,
  }),
  /** The business's account at the payment provider, with the rest of its configuration. */
  payments: (slug: string): Key => ({ pk: business(slug), sk: 'PAYMENTS' }),
  /** The last number of the business's invoices. */
  invoiceSeries: (slug: string): Key => ({ pk: `${business(slug)}#INVOICES`, sk: 'SERIES' }),
  /** Which invoice has a number: the series itself. */
  invoiceNumber: (slug: string, number: number): Key => ({
    pk: `${business(slug)}#INVOICES`,
    sk: `NUMBER#${String(number).padStart(sequenceDigits, '0')}`,
  }),
  /** A membership with an open payment; kept with `live: false` when it is settled. */
  pastDue: (slug: string, membershipId: string): Key => ({ pk: `${business(slug)}#PAST-DUE`, sk: membershipId }),
  /** What became of wishes to leave, for counting; kept with `live: false` when one is taken back (rule K4). */
  cancellation: (slug: string, membershipId: string): Key => ({
    pk: `${business(slug)}#CANCELLATIONS`,
    sk: membershipId,
  }),
  /** A refund that did not arrive; kept with `live: false` when somebody has seen to it. */
  failedRefund: (slug: string, invoiceId: string, n: number): Key => ({
    pk: `${business(slug)}#FAILED-REFUNDS`,
    sk: `${invoiceId}.${n}`,
  }),
  /** Somebody who is joining online and has not paid yet. */
  enrolment: (slug: string, enrolmentId: string): Key => ({
    pk: `${business(slug)}#ENROLMENT#${enrolmentId}`,
    sk: 'ENROLMENT',
  }),
  /** The newest closure of the whole salon, and how far pausing everybody has come. */
  closure: (slug: string): Key => ({ pk: `${business(slug)}#CLOSURE`, sk: 'CLOSURE' }),
  /** The newest move of a plan's members to a new version, and how far it has come. */
  migration: (slug: string, planId: string): Key => ({ pk: `${business(slug)}#MIGRATIONS`, sk: planId }),
  /** How far the provider's books were compared with the business's own. */
  reconciliation: (slug: string): Key => ({ pk: `${business(slug)}#RECONCILIATION`, sk: 'DAY' }),
  /** How far the business's ledgers were closed, and how far the closing of a day has come. */
  ledgerBook: (slug: string): Key => ({ pk: partitions.ledger(slug), sk: 'BOOK' }),
  /** A closed day of the ledgers, written once. */
  ledgerDay: (slug: string, day: string): Key => ({ pk: partitions.ledger(slug), sk: `${prefixes.ledgerDay}${day}` }),
  /** The heads that were new on that day, in pages. */
  ledgerHeads: (slug: string, day: string, page: number): Key => ({
    pk: partitions.ledger(slug),
    sk: `${prefixes.ledgerHeads}${day}#${String(page).padStart(6, '0')}`,
  }),
  /** The heads of a member's ledgers when they were last closed. */
  seal: (slug: string, memberId: string): Key => ({ pk: member(slug, memberId), sk: 'SEAL' }),
  /** Whose account at the provider it is. */
  provider: (accountId: string): Key => ({ pk: `PROVIDER#${accountId}`, sk: 'BUSINESS' }),
  /** An event of the provider that nobody could place. */
  parked: (eventId: string): Key => ({ pk: `PARKED#${eventId}`, sk: 'EVENT' }),

  /** Contacts by the first letter of a word; the partition of the empty word lists everybody by last name. */
  contact: (slug: string, token: string, memberId: string): Key => ({
    pk: keys.contactPartition(slug, token),
    sk: `${token}#${memberId}`,
  }),
  contactListing: (slug: string, token: string, memberId: string): Key => ({
    pk: keys.contactPartition(slug, ''),
    sk: `${token}#${memberId}`,
  }),
  contactPartition: (slug: string, token: string): string => `${business(slug)}#FIND#${[...token][0] ?? ''}`,

  link: (slug: string, hash: string): Key => ({ pk: `${business(slug)}#LINK#${hash}`, sk: 'LINK' }),
  /** What somebody without a session asked for by e-mail; read by the consumer, then gone. */
  request: (slug: string, eventId: string): Key => ({ pk: `${business(slug)}#REQUEST#${eventId}`, sk: 'REQUEST' }),
  /** Exists once the mail for an event was sent. */
  mail: (slug: string, eventId: string): Key => ({ pk: `${business(slug)}#MAIL#${eventId}`, sk: 'MAIL' }),
  reply: (slug: string, hash: string): Key => ({ pk: `${business(slug)}#REPLY#${hash}`, sk: 'REPLY' }),

  login: (loginId: string, slug: string, memberId: string): Key => ({
    pk: `LOGIN#${loginId}`,
    sk: member(slug, memberId),
  }),
  /** Names the one password link of a login that works: an account is the same at every salon, so is this. */
  passwordLink: (loginId: string): Key => ({ pk: `LOGIN#${loginId}`, sk: 'PASSWORD-LINK' }),
} as const;

export const partitions = {
  business,
  member,
  businessEvents: (slug: string) => `${business(slug)}#EVENT`,
  pastDue: (slug: string) => `${business(slug)}#PAST-DUE`,
  ledger: (slug: string) => `${business(slug)}#LEDGER`,
  estimates: (slug: string) => `${business(slug)}#ESTIMATES`,
  questions: (slug: string) => `${business(slug)}#QUESTIONS`,
  failedRefunds: (slug: string) => `${business(slug)}#FAILED-REFUNDS`,
  cancellations: (slug: string) => `${business(slug)}#CANCELLATIONS`,
  login: (loginId: string) => `LOGIN#${loginId}`,
  /** Profiles of one business under a login. */
  loginPrefix: (slug: string) => `${business(slug)}#M#`,
};

export const prefixes = {
  now: 'NOW#',
  membership: 'NOW#MEMBERSHIP#',
  shared: 'NOW#SHARED#',
  entry: 'ENTRY#',
  undone: 'UNDONE#',
  note: 'NOTE#',
  document: 'DOCUMENT#',
  question: 'QUESTION#',
  quote: 'QUOTE#',
  event: 'EVENT#',
  invoice: 'INVOICE#',
  /** Invoices that are named after an estimate. */
  order: `INVOICE#${idPrefixes.estimate}_`,
  estimate: 'ESTIMATE#',
  listedEstimate: `${idPrefixes.estimate}_`,
  money: 'MONEY#',
  ledgerDay: 'DAY#',
  ledgerHeads: 'HEADS#',
} as const;

/** Shards of the `due` index: enough for 32 000 writes a second, few enough to ask them all in one sweep. */
export const dueShards = 32;
/** What can be due. A mail is one that waits for the morning, a refund one that the provider has not answered. */
export type DueKind =
  | 'CREDIT-EXPIRY'
  | 'BILLING'
  | 'MAIL'
  | 'REFUND'
  | 'RECONCILIATION'
  | 'LEDGER'
  | 'CLOSURE'
  | 'MIGRATION';
export const duePartition = (kind: DueKind, shard: number): string => `DUE#${kind}#${shard}`;
