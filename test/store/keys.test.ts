import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keys, partitions } from '../../functions/store/keys.ts';
import type { Key } from '../../functions/store/table.ts';
import { idPrefixes, Slug } from '../../shared/domain/ids.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const slug = fc
  .string({ unit: fc.constantFrom(...'ab1-'), minLength: 3, maxLength: 40 })
  .filter((text) => Slug.safeParse(text).success);
/** Two businesses whose names are as alike as names may be: one often begins with the other. */
const twoSlugs = fc
  .oneof(
    fc.tuple(slug, slug),
    fc.tuple(slug, fc.constantFrom('-b', '1', 'a')).map(([one, more]) => [one, `${one}${more}`] as const),
  )
  .filter(([one, other]) => one !== other && Slug.safeParse(other).success);

const ulid = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: 26, maxLength: 26 });
const id = fc.tuple(fc.constantFrom(...Object.values(idPrefixes)), ulid).map(([prefix, rest]) => `${prefix}_${rest}`);
const word = fc.string({ unit: fc.constantFrom(...letters, 'é', '😀', '#', '@', '-'), minLength: 1, maxLength: 12 });
const values = fc.record({ id, other: id, word, number: fc.integer({ min: 1, max: 999_999_999 }), login: fc.uuid() });
type Values = typeof values extends fc.Arbitrary<infer Value> ? Value : never;

/** One of each kind of row that belongs to a business. Total: a new kind without a line does not compile. */
const builders: Record<
  Exclude<keyof typeof keys, 'login' | 'passwordLink' | 'contactPartition' | 'provider' | 'parked'>,
  (slug: string, v: Values) => Key
> = {
  business: (slug) => keys.business(slug),
  plan: (slug, v) => keys.plan(slug, v.id, v.number % 10_000),
  service: (slug, v) => keys.service(slug, v.id),
  location: (slug, v) => keys.location(slug, v.id),
  staff: (slug, v) => keys.staff(slug, v.id),
  staffEmail: (slug, v) => keys.staffEmail(slug, v.word),
  access: (slug, v) => keys.access(slug, v.login),
  profile: (slug, v) => keys.profile(slug, v.id),
  membership: (slug, v) => keys.membership(slug, v.id, v.other),
  shared: (slug, v) => keys.shared(slug, v.id, v.other),
  creditAccount: (slug, v) => keys.creditAccount(slug, v.id),
  creditAlerts: (slug, v) => keys.creditAlerts(slug, v.id),
  entry: (slug, v) => keys.entry(slug, v.id, v.number),
  undone: (slug, v) => keys.undone(slug, v.id, v.number),
  billingProfile: (slug, v) => keys.billingProfile(slug, v.id),
  moneyAccount: (slug, v) => keys.moneyAccount(slug, v.id),
  moneyEntry: (slug, v) => keys.moneyEntry(slug, v.id, v.number),
  invoice: (slug, v) => keys.invoice(slug, v.id, v.other),
  estimate: (slug, v) => keys.estimate(slug, v.id, v.other),
  listedEstimate: (slug, v) => keys.listedEstimate(slug, v.id),
  estimateSeries: (slug) => keys.estimateSeries(slug),
  givenBack: (slug, v) => keys.givenBack(slug, v.id, v.word),
  consent: (slug, v) => keys.consent(slug, v.id, v.other),
  payments: (slug) => keys.payments(slug),
  invoiceSeries: (slug) => keys.invoiceSeries(slug),
  invoiceNumber: (slug, v) => keys.invoiceNumber(slug, v.number),
  pastDue: (slug, v) => keys.pastDue(slug, v.id),
  cancellation: (slug, v) => keys.cancellation(slug, v.id),
  failedRefund: (slug, v) => keys.failedRefund(slug, v.id, 1),
  enrolment: (slug, v) => keys.enrolment(slug, v.id),
  closure: (slug) => keys.closure(slug),
  migration: (slug, v) => keys.migration(slug, v.id),
  reconciliation: (slug) => keys.reconciliation(slug),
  ledgerBook: (slug) => keys.ledgerBook(slug),
  ledgerDay: (slug, v) => keys.ledgerDay(slug, v.word),
  ledgerHeads: (slug, v) => keys.ledgerHeads(slug, v.word, v.number % 1_000_000),
  seal: (slug, v) => keys.seal(slug, v.id),
  quote: (slug, v) => keys.quote(slug, v.id, v.other),
  note: (slug, v) => keys.note(slug, v.id, v.other),
  document: (slug, v) => keys.document(slug, v.id, v.other),
  question: (slug, v) => keys.question(slug, v.id, v.other),
  memberQuestions: (slug, v) => keys.memberQuestions(slug, v.id),
  listedQuestion: (slug, v) => keys.listedQuestion(slug, v.id),
  memberEvent: (slug, v) => keys.memberEvent(slug, v.id, v.other),
  businessEvent: (slug, v) => keys.businessEvent(slug, v.id),
  contact: (slug, v) => keys.contact(slug, v.word, v.id),
  contactListing: (slug, v) => keys.contactListing(slug, v.word, v.id),
  link: (slug, v) => keys.link(slug, v.word),
  request: (slug, v) => keys.request(slug, v.id),
  mail: (slug, v) => keys.mail(slug, v.id),
  reply: (slug, v) => keys.reply(slug, v.word),
};
const cases = Object.entries(builders);
/** Whose partition it is: the business's own, or one below it. */
const belongsTo = (pk: string, slug: string) =>
  pk === partitions.business(slug) || pk.startsWith(`${partitions.business(slug)}#`);

describe('a business reads and writes only its own partitions', () => {
  test.each(cases)('%s', (_, build) => {
    fc.assert(
      fc.property(twoSlugs, values, ([one, other], v) => {
        const { pk } = build(one, v);
        expect(belongsTo(pk, one)).toBe(true);
        expect(belongsTo(pk, other)).toBe(false);
      }),
    );
  });

  test('no row of one business has the key of a row of another', () => {
    fc.assert(
      fc.property(
        twoSlugs,
        values,
        values,
        fc.constantFrom(...cases),
        fc.constantFrom(...cases),
        (slugs, v, w, a, b) => {
          expect(a[1](slugs[0], v).pk).not.toBe(b[1](slugs[1], w).pk);
        },
      ),
    );
  });

  test('what the provider names stands above businesses, and is nobody’s own', () => {
    fc.assert(
      fc.property(slug, values, (name, v) => {
        for (const { pk } of [keys.provider(v.word), keys.parked(v.word)]) {
          expect(belongsTo(pk, name)).toBe(false);
        }
      }),
    );
  });

  test('a login is the only other partition above businesses, and shows a business only its own members', () => {
    fc.assert(
      fc.property(twoSlugs, values, ([one, other], v) => {
        const { pk, sk } = keys.login(v.login, one, v.id);
        expect(pk).toBe(partitions.login(v.login));
        expect(sk.startsWith(partitions.loginPrefix(one))).toBe(true);
        expect(sk.startsWith(partitions.loginPrefix(other))).toBe(false);
        expect(keys.passwordLink(v.login).pk).toBe(pk);
        expect(keys.passwordLink(v.login).sk.startsWith(partitions.loginPrefix(one))).toBe(false);
      }),
    );
  });
});

describe('the history of a member', () => {
  test('entries sort by their number', () => {
    fc.assert(
      fc.property(id, fc.nat({ max: 999_999_998 }), fc.nat({ max: 999_999_998 }), (member, a, b) => {
        const [first, second] = [a, b].map((sequence) => keys.entry('glow', member, sequence).sk);
        expect(Math.sign(a - b)).toBe((first ?? '') < (second ?? '') ? -1 : first === second ? 0 : 1);
      }),
    );
  });

  test('different rows of a member never share a key', () => {
    fc.assert(
      fc.property(slug, values, (name, v) => {
        const all = cases.map(([, build]) => build(name, v)).map(({ pk, sk }) => `${pk}\n${sk}`);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
