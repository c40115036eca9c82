import type { PausedCredit } from '../../shared/contract/pause-views.ts';
import type { PausePreview } from '../../shared/contract/staff/pause-operations.ts';
import type { MembershipView } from '../../shared/contract/views.ts';
import type { Currency } from '../../shared/domain/money.ts';
import { isCounted } from '../../shared/domain/plan.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { capital, creditInWords, type NamedService } from '../../shared/wording/describe.ts';
import { changeInPause } from '../../shared/wording/describe-pause.ts';
import { formatDay, formatMoney } from '../../shared/wording/format.ts';
import type { Tongue } from '../../shared/wording/words.ts';

interface Reader {
  readonly today: LocalDate;
  readonly currency: Currency;
  readonly services: readonly NamedService[];
  readonly tongue: Tongue;
}

/** What becomes of each credit that is left: “Two haircut visits: waits during the pause; last day …”. */
export function creditLines({ credits, membership }: PausePreview, reader: Reader) {
  const { today, currency, services, tongue } = reader;
  const { pause } = membership;
  return credits.map(({ bucketId, available, ...credit }) => ({
    bucketId,
    what: capital(creditInWords({ ...credit, units: available }, currency, services, tongue)),
    becomes: becomes(credit, pause, (date) => formatDay(date, today, tongue.locale), tongue),
  }));
}

function becomes(
  { rests, given, expiresOn, expiresOnAfter }: Pick<PausedCredit, 'rests' | 'given' | 'expiresOn' | 'expiresOnAfter'>,
  pause: MembershipView['pause'],
  day: (date: LocalDate) => string,
  { words: { pauses } }: Tongue,
): string {
  if (given && expiresOn !== undefined) return pauses.credit.given(day(expiresOn));
  if (!rests) {
    const lastDay = expiresOnAfter ?? expiresOn;
    // What ends before the pause begins is not in it.
    const isInPause = pause !== undefined && (lastDay === undefined || lastDay >= pause.from);
    const said = isInPause ? pauses.credit.inPause : pauses.credit.again;
    return lastDay === undefined ? said.forever : said.until(day(lastDay));
  }
  if (expiresOn === undefined) return pauses.credit.rests;
  return expiresOnAfter === undefined
    ? pauses.credit.movesByPause
    : pauses.credit.moves(day(expiresOn), day(expiresOnAfter));
}

/** What else a pause does: another plan that waits, what rests besides credits, what it costs, how long the agreed time runs. */
export function furtherEffects(
  before: Pick<MembershipView, 'committedUntil' | 'pendingChange'>,
  { membership }: Pick<PausePreview, 'membership'>,
  { today, tongue }: Pick<Reader, 'today' | 'tongue'>,
): string[] {
  const { pauses } = tongue.words;
  const { pause, plan, committedUntil, cancelledFor, upcoming } = membership;
  const day = (date: LocalDate) => formatDay(date, today, tongue.locale);
  const change = changeInPause(before.pendingChange, membership.pendingChange, tongue, day);
  const plans = change === undefined ? [] : [change];
  if (pause === undefined) {
    if (cancelledFor === undefined) return plans;
    return [pauses.runsThen(day(cancelledFor)), ...(upcoming === undefined ? [pauses.nothingMore] : []), ...plans];
  }
  const amount = ({ total, each, per }: NonNullable<typeof pause.fee>) =>
    total === undefined
      ? pauses.fee.each[per](formatMoney(each, tongue.locale))
      : pauses.fee.total(formatMoney(total, tongue.locale));
  return [
    ...plans,
    ...(plan.benefits.every(isCounted) ? [] : [pauses.discountsRest]),
    ...(pause.fee === undefined ? [] : [amount(pause.fee)]),
    ...(committedUntil === undefined || committedUntil === before.committedUntil
      ? []
      : [pauses.committed(day(committedUntil))]),
  ];
}
