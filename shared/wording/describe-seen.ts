import type { BalanceSeen } from '../domain/balance-seen.ts';
import type { Currency } from '../domain/money.ts';
import type { LocalDate } from '../domain/time.ts';
import { capital, creditInWords, type NamedService, serviceNames } from './describe.ts';
import { formatDay, formatList, formatMoney, formatPrice, numberWord } from './format.ts';
import type { Tongue } from './words.ts';

/** One line of what a member saw. `key` names what it is about, whatever the number: two moments compare by it. */
export interface SeenRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

interface Facts {
  readonly services: readonly NamedService[];
  readonly currency: Currency;
  /** The reader’s day: dates of its year are written without it. */
  readonly today: LocalDate;
}

/** A balance as it was shown, line by line (001-024): each membership, each number, the next bill. */
export function seenInWords(seen: BalanceSeen, facts: Facts, tongue: Tongue): SeenRow[] {
  const words = tongue.words.questions.seen;
  const credits = seen.credits.filter(({ available }) => available > 0);
  return [
    ...seen.memberships.flatMap((membership) => membershipRows(membership, facts, tongue)),
    ...credits.map((group) => creditRow(group, facts, tongue)),
    ...(credits.length === 0 ? [{ key: 'nothing', label: words.nothing, value: words.nothingValue }] : []),
    ...(seen.accountCredit === undefined
      ? []
      : [
          {
            key: 'account-credit',
            label: words.accountCredit,
            value: formatMoney(seen.accountCredit, tongue.locale),
          },
        ]),
  ];
}

function membershipRows(
  { membershipId, plan, status, nextBill, amount, open }: BalanceSeen['memberships'][number],
  { today }: Facts,
  { words, locale }: Tongue,
): SeenRow[] {
  const labels = words.questions.seen;
  const day = (date: LocalDate) => formatDay(date, today, locale);
  const { headline } = words.standing.nextBill(nextBill, { amount: '', day });
  const bill =
    amount !== undefined && nextBill.kind === 'on' ? `${formatMoney(amount, locale)} · ${headline}` : headline;
  return [
    { key: `plan ${membershipId}`, label: labels.membership, value: `${plan} · ${words.standing.status[status]}` },
    ...(open === undefined
      ? []
      : [{ key: `open ${membershipId}`, label: labels.open, value: formatMoney(open, locale) }]),
    { key: `bill ${membershipId}`, label: labels.nextBill, value: bill },
  ];
}

function creditRow(
  { kind, serviceIds, available, parts }: BalanceSeen['credits'][number],
  { services, currency, today }: Facts,
  tongue: Tongue,
): SeenRow {
  const { locale, language, words } = tongue;
  const whole = capital(creditInWords({ kind, units: available, serviceIds }, currency, services, tongue));
  const said = (units: number) =>
    kind === 'visits' ? numberWord(units, language) : formatPrice({ amount: units, currency }, locale);
  const [only, ...more] = parts.filter((part) => part.available > 0);
  const written = (date: LocalDate | undefined) => date && formatDay(date, today, locale);
  const until =
    only?.expiresOn === undefined ? words.benefits.noExpiry : words.benefits.lastDay(written(only.expiresOn) ?? '');
  const each = [only, ...more].flatMap(
    (part) => part && words.questions.seen.part(said(part.available), written(part.expiresOn)),
  );
  return {
    key: `${kind} ${[...serviceIds].sort().join(' ')}`,
    label: serviceNames(serviceIds, services, tongue),
    value: `${whole} · ${
      more.length === 0
        ? until
        : formatList(
            each.filter((one) => one !== undefined),
            locale,
            'conjunction',
          )
    }`,
  };
}
