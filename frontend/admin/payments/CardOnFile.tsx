import { Button } from '@mantine/core';
import { cardMonth } from '../../../shared/wording/describe-card.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import type { Billing } from './open-payments.ts';
import styles from './Payments.module.css';

/** Brand, last digits, expiry (002-011); an expired one says so in words as well as in red. */
export function CardOnFile({ billing, onUpdateCard }: { billing: Billing; onUpdateCard: () => void }) {
  const { may } = useDesk();
  const speech = useSpeech();
  const words = speech.words.payments;
  const { card, connected, open } = billing;
  return (
    <div className={styles.way}>
      <dt>{words.card}</dt>
      <dd>
        <span>
          {card === undefined ? words.noCard : `${speech.card(card)}, `}
          {card && (
            <span className={card.expired ? styles.expired : undefined}>
              {card.expired ? words.expired(cardMonth(card)) : words.expires(cardMonth(card))}
            </span>
          )}
          {!connected && (
            <span className={styles.hint}>
              {words.notConnected} {may('business.manage') && words.connectHint}
            </span>
          )}
        </span>
        {connected && may('billing.collect') && open.length === 0 && (
          <Button size="compact-sm" variant="default" onClick={onUpdateCard}>
            {card === undefined ? words.addCard : words.updateCard}
          </Button>
        )}
      </dd>
    </div>
  );
}
