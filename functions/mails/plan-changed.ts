import { isUsable } from '../../shared/domain/credit-account.ts';
import { markOfQuote } from '../../shared/domain/ids.ts';
import { capital, creditInWords } from '../../shared/wording/describe.ts';
import { formatDate, formatMoney } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import { planVersionOf } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { type QuoteRow, readQuote } from '../store/quote-rows.ts';
import { waysTo } from './addressee.ts';
import { billAfterInWords } from './bill-after.ts';
import { toMember } from './member-letter.ts';
import { type MembershipNow, membershipAt } from './membership-at.ts';
import { newVersionComing } from './new-version.ts';
import type { MailCause, MailWorld } from './world.ts';

/** The confirmation of another plan that began today. One that came with its bill was announced, and has its receipt. */
export const planChanged = toMember(async (cause, member, { name, tongue }, world) => {
  const found = membershipAt(cause, member);
  const quote = (await quoteOf(cause, world))?.quote;
  const names = quote && namesOf(cause, quote, found);
  if (!found || !quote || !names || found.plan.name !== names.to) return 'superseded';
  const { membership, plan } = found;
  const money = (amount: number) =>
    formatMoney({ amount, currency: cause.configuration.business.value.currency }, tongue.locale);
  const { committedUntil } = membership;
  const words = mailsIn(tongue.language).planChange.changed({
    business: cause.configuration.business.value.name,
    name,
    ...names,
    firstDay: formatDate(quote.effectiveOn, tongue.locale),
    paid: quote.total === 0 ? undefined : money(quote.total),
    toAccountCredit: quote.toAccountCredit === 0 ? undefined : money(quote.toAccountCredit),
    came: cameWith(cause, found, member, tongue),
    next: billAfterInWords(cause, found, member, tongue),
    committedUntil:
      plan.commitmentPeriods === undefined || committedUntil === undefined
        ? undefined
        : formatDate(committedUntil, tongue.locale),
  });
  return { kind: 'plan_changed', words, url: `${cause.site}/portal` };
});

/** The announcement of another plan from the next bill on. */
export const planChangeComing = toMember((cause, member, addressee) => {
  const { name, tongue } = addressee;
  const found = membershipAt(cause, member);
  const pending = found?.membership.pendingChange;
  const { planId, planVersion, effectiveOn } = cause.event.subject;
  const to = pending && planVersionOf(cause.configuration, pending.planId, pending.planVersion);
  const isAsTold =
    pending?.planId === planId && pending?.planVersion === planVersion && pending?.effectiveOn === effectiveOn;
  // Taken back, or another one was chosen, before the mail could leave.
  if (!found || !pending || !to || !isAsTold) return 'superseded';
  if (pending.reason === 'new_version') return newVersionComing(cause, found, pending, member, addressee);
  const business = cause.configuration.business.value;
  const words = mailsIn(tongue.language).planChange.coming({
    business: business.name,
    name,
    from: found.plan.name,
    to: to.name,
    firstDay: formatDate(pending.effectiveOn, tongue.locale),
    next: billAfterInWords(cause, found, member, tongue),
    undo: { ways: waysTo(business), portal: business.features.memberChangesPlan },
  });
  return { kind: 'plan_change_coming', words, url: `${cause.site}/portal` };
});

/** Only to whom did not see the answer: it came after they were told that it was not known yet. */
export const planChangeDeclined = toMember(async (cause, member, { name, tongue }, world) => {
  const found = membershipAt(cause, member);
  const quote = (await quoteOf(cause, world))?.quote;
  const names = quote && namesOf(cause, quote, found);
  if (cause.event.actor.kind !== 'system' || !found || !names || found.plan.name !== names.from) return 'superseded';
  const business = cause.configuration.business.value;
  const words = mailsIn(tongue.language).planChange.declined({
    business: business.name,
    name,
    ...names,
    amount: formatMoney({ amount: quote.amount, currency: business.currency }, tongue.locale),
  });
  return { kind: 'plan_change_declined', words, url: `${cause.site}/portal` };
});

function quoteOf({ event }: MailCause, { table }: MailWorld): Promise<QuoteRow | undefined> {
  const { business, memberId, subject } = event;
  if (typeof subject.quoteId !== 'string' || memberId === undefined) return Promise.resolve(undefined);
  return readQuote(table, business, memberId, subject.quoteId).then((stored) => stored?.value);
}

/** The plans by name; undefined when one of them is not there. */
function namesOf({ configuration }: MailCause, { from, to }: QuoteRow['quote'], found: MembershipNow | undefined) {
  const [before, after] = [from, to].map(({ planId, version }) => planVersionOf(configuration, planId, version)?.name);
  return found === undefined || before === undefined || after === undefined ? undefined : { from: before, to: after };
}

/** The credits that came with the change, as far as they are there. */
function cameWith(
  { configuration, event }: MailCause,
  { today }: MembershipNow,
  { account }: MemberSnapshot,
  tongue: Tongue,
): string[] {
  const mark = markOfQuote(String(event.subject.quoteId));
  const { benefits } = tongue.words;
  const named = configuration.services.map(({ value }) => value);
  return account.value.buckets
    .filter((bucket) => bucket.bucketId.includes(`.${mark}`) && isUsable(bucket, today))
    .map(({ kind, granted, serviceIds, expiresOn }) => {
      const credit = { kind, units: granted, serviceIds };
      const what = capital(creditInWords(credit, configuration.business.value.currency, named, tongue));
      const until =
        expiresOn === undefined ? benefits.noExpiry : benefits.lastDay(formatDate(expiresOn, tongue.locale));
      return `${what} · ${until}`;
    });
}
