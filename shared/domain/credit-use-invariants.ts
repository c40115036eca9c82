import { type Entry, isResting, type Rest } from './credit-account.ts';
import { type CreditInvariant, foundIn } from './credit-book.ts';
import { periodInvoiceId } from './ids.ts';
import type { Finding } from './ledger-finding.ts';
import type { LocalDate } from './time.ts';

/** C2.3: each HOLD ends in one CONSUME or one RELEASE of all of it, and nothing else ends one. */
export const holdEndsOnce: CreditInvariant = (book) => {
  const open = new Map<number, Entry>();
  const found: Finding[] = [];
  for (const entry of book.entries) {
    if (entry.kind === 'HOLD') open.set(entry.sequence, entry);
    const names = entry.hold !== undefined || entry.kind === 'RELEASE';
    if (!names) continue;
    const held = entry.hold === undefined ? undefined : open.get(entry.hold);
    const isEnd = entry.kind === 'RELEASE' || entry.kind === 'CONSUME';
    if (!isEnd || !held || held.bucketId !== entry.bucketId || held.units !== entry.units) {
      found.push(
        foundIn('hold_ends_once', book, entry, `ends hold ${entry.hold ?? 'of nothing'}, which is not open so`),
      );
    } else open.delete(held.sequence);
  }
  return found;
};

/** C2.4: a bucket is opened once, and one that a membership granted is named after its period. */
export const grantedOnce: CreditInvariant = (book) => {
  const opened = new Set<string>();
  return book.entries.flatMap((entry) => {
    const { kind, bucketId, opens } = entry;
    if (kind !== 'GRANT' && opens === undefined) return [];
    const found: Finding[] = [];
    if (opened.has(bucketId)) found.push(foundIn('granted_once', book, entry, 'opens a bucket a second time'));
    opened.add(bucketId);
    const { source } = opens ?? {};
    const isNamed =
      kind !== 'GRANT' ||
      source?.kind !== 'membership' ||
      bucketId.startsWith(`${source.membershipId}.${source.periodIndex}.`);
    if (!isNamed) found.push(foundIn('granted_once', book, entry, 'is not named after its membership and period'));
    return found;
  });
};

/** What the period of a membership brings; a membership’s first may be unpaid, because it was brought over or is a trial. */
const renewalCode = 'membership_period';

/** C2.5, both ways: a renewal’s credits have a paid invoice of that period, a paid invoice’s credits were granted. */
export const renewalIsPaid: CreditInvariant = (book) => {
  const { invoices, entries } = book;
  if (invoices === undefined) return [];
  const firstOf = new Map<string, number>();
  const found: Finding[] = [];
  for (const entry of entries) {
    const source = entry.kind === 'GRANT' && entry.reason.code === renewalCode ? entry.opens?.source : undefined;
    if (source?.kind !== 'membership') continue;
    const { membershipId, periodIndex } = source;
    if (!firstOf.has(membershipId)) firstOf.set(membershipId, periodIndex);
    const isFirst = firstOf.get(membershipId) === periodIndex;
    const invoice = invoices.find(({ invoiceId }) => invoiceId === periodInvoiceId(membershipId, periodIndex));
    if (isFirst ? invoice !== undefined && invoice.state !== 'paid' : invoice?.state !== 'paid') {
      found.push(
        foundIn(
          'renewal_is_paid',
          book,
          entry,
          `the invoice of period ${periodIndex} is ${invoice?.state ?? 'missing'}`,
        ),
      );
    }
  }
  for (const { invoiceId, state, grants } of invoices) {
    for (const { bucketId, units } of state === 'paid' ? grants : []) {
      if (entries.some((entry) => entry.kind === 'GRANT' && entry.bucketId === bucketId && entry.units === units))
        continue;
      found.push(foundIn('renewal_is_paid', book, { bucketId }, `invoice ${invoiceId} was paid and did not bring it`));
    }
  }
  return found;
};

/** C2.6: the two halves of a transfer name each other and are equal. */
export const transferHasTwoHalves: CreditInvariant = (book) => {
  const { counterparts } = book;
  return book.entries.flatMap((entry) => {
    if (entry.kind !== 'TRANSFER_OUT' && entry.kind !== 'TRANSFER_IN') return [];
    const say = (detail: string) => [foundIn('transfer_has_two_halves', book, entry, detail)];
    if (entry.counterpart === undefined) return say('names no other half');
    if (counterparts === undefined) return [];
    const half = counterparts.get(entry.sequence);
    if (half === undefined)
      return say(`its other half, entry ${entry.counterpart.sequence} of ${entry.counterpart.memberId}, is missing`);
    const wanted = entry.kind === 'TRANSFER_OUT' ? 'TRANSFER_IN' : 'TRANSFER_OUT';
    const { memberId, sequence } = half.counterpart ?? {};
    const isHalf =
      half.kind === wanted && half.units === entry.units && memberId === book.memberId && sequence === entry.sequence;
    return isHalf ? [] : say(`its other half moves ${half.units} by ${half.kind} and belongs to another`);
  });
};

/** What takes a unit for a visit: at the desk, or for an appointment. Using what was kept was looked at when it was kept. */
const isUse = ({ kind, hold }: Entry): boolean => kind === 'HOLD' || (kind === 'CONSUME' && hold === undefined);

/** C2.7: the day of the visit is not after the last day of its bucket, as that was at the time. */
export const usedInTime: CreditInvariant = (book) => {
  const lastDays = new Map<string, LocalDate | undefined>();
  return book.entries.flatMap((entry) => {
    const { bucketId, opens, extendsTo, forDay = entry.on } = entry;
    const last = lastDays.get(bucketId);
    if (opens !== undefined) lastDays.set(bucketId, opens.expiresOn);
    if (extendsTo !== undefined) lastDays.set(bucketId, extendsTo);
    if (!isUse(entry) || last === undefined || forDay <= last) return [];
    return [foundIn('used_in_time', book, entry, `is for ${forDay}; the last day was ${last}`)];
  });
};

/**
 * C2.7: between the FREEZE of a payment and its UNFREEZE nothing is taken for a visit, and for a day of a pause neither.
 * A pause is over by its days, whether or not its UNFREEZE is written yet.
 */
export const notUsedOnHold: CreditInvariant = (book) => {
  const held = new Set<string>();
  const rests = new Map<string, Rest>();
  return book.entries.flatMap((entry) => {
    const { kind, bucketId } = entry;
    if (kind === 'FREEZE') {
      if (entry.rests === undefined) held.add(bucketId);
      else rests.set(bucketId, entry.rests);
    }
    if (kind === 'UNFREEZE') (entry.rests === undefined ? held : rests).delete(bucketId);
    const isOnHold = held.has(bucketId) || isResting({ rests: rests.get(bucketId) }, entry.forDay ?? entry.on);
    return isUse(entry) && isOnHold ? [foundIn('not_used_on_hold', book, entry, 'takes what rests')] : [];
  });
};
