import { cardInWords } from '../../shared/wording/describe-card.ts';
import { formatInstant } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { waysTo } from './addressee.ts';
import { toMember } from './member-letter.ts';

/** Tells the owner of an account that its card was changed, in case it was somebody else. */
export const cardUpdated = toMember(({ event, configuration }, { billing }, { name, tongue }) => {
  const { card } = billing.value;
  if (!card) return 'superseded';
  const business = configuration.business.value;
  const words = mailsIn(tongue.language).membership.cardUpdated({
    business: business.name,
    name,
    card: cardInWords(card, tongue),
    at: formatInstant(event.at, business.timeZone, tongue.locale),
    ways: waysTo(business),
  });
  return { kind: 'card_updated', words };
});
