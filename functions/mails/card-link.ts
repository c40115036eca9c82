import { linkLifetime } from '../../shared/domain/link.ts';
import { formatInstant } from '../../shared/wording/format.ts';
import { billingWrite } from '../store/billing-rows.ts';
import { insertLink } from '../store/link-rows.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import type { Write } from '../store/table.ts';
import type { Addressee } from './addressee.ts';
import type { MailCause } from './world.ts';

/** A fresh link to put a card on file, what stores it, and its last moment in words. */
export interface CardLink {
  readonly url: string;
  readonly until: string;
  readonly writes: readonly Write[];
}

/**
 * The one link of a payment mail (000-020 … 000-022). Its mail is noted with the way the member pays, so that staff see
 * when it went out (000-047); links that were voided before stay void.
 */
export function cardLink(
  { event, now, configuration, site }: MailCause,
  { billing }: MemberSnapshot,
  { to, tongue }: Addressee,
  token: string,
): CardLink {
  const { business: slug } = event;
  const { memberId, link: before } = billing.value;
  const { voidBefore } = before ?? {};
  const sentAt = Math.max(now, voidBefore ?? 0);
  const expiresAt = now + linkLifetime.card_update;
  const link = { sentAt, ...(voidBefore === undefined ? {} : { voidBefore }) };
  return {
    url: `${site}/portal/card#${token}`,
    until: formatInstant(expiresAt, configuration.business.value.timeZone, tongue.locale),
    writes: [
      insertLink(slug, token, { purpose: 'card_update', audience: 'member', memberId, email: to, sentAt, expiresAt }),
      billingWrite(slug, billing, { ...billing.value, link }),
    ],
  };
}
