import type { CreditGroup, MembershipView } from '../../../shared/contract/views.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import type { DeclineClass } from '../../../shared/domain/decline.ts';
import { canUseSome } from '../../common/benefits-left.ts';
import type { Wording } from '../wording/wording.ts';
import type { NextStep } from './next-step.ts';

type Words = Wording['payments'];

/** Why a try failed: the class in words, and the provider's code where it says more. Undefined when nobody said. */
export function declineWords(
  { declineClass, code }: { readonly declineClass?: DeclineClass | undefined; readonly code?: string | undefined },
  words: Words,
): string | undefined {
  const codes: Readonly<Record<string, string>> = words.codes;
  const told = [
    declineClass === undefined ? undefined : words.declined[declineClass],
    code === undefined ? undefined : codes[code],
  ].filter((text) => text !== undefined);
  return told.length === 0 ? undefined : told.join(': ');
}

/** “Next: the card is tried again on …”. */
export function nextWords(next: NextStep, write: (date: string) => string, words: Words): string {
  switch (next.kind) {
    case 'checked':
      return words.next(words.nextChecked);
    case 'soon':
      return words.next(words.nextSoon);
    case 'try':
      return words.next(words.nextTry(write(next.on)));
    case 'try_and_mail':
      return words.next(words.nextTryMail(write(next.on)));
    case 'mail':
      return words.next(words.nextMail(write(next.on)));
    case 'confirm_mail':
      return words.next(words.nextMailConfirm(write(next.on)));
    case 'ends':
      return words.next(words.nextEnd(write(next.on)));
    default:
      return next satisfies never;
  }
}

/** What an open payment means for the benefits; undefined where it changes nothing. */
export function accessWords(
  membership: MembershipView,
  credits: readonly CreditGroup[],
  write: (date: string) => string,
  words: Words,
): string | undefined {
  const restsFrom = membership.open?.restsFrom;
  if (restsFrom === undefined) return membership.usability === 'on_hold' ? words.resting : undefined;
  return canUseSome(membership, credits) ? words.usableUntil(write(addDays(restsFrom, -1))) : words.newWithPayment;
}
