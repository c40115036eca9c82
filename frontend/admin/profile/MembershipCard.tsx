import type { CreditGroup, MembershipView } from '../../../shared/contract/views.ts';
import { canUseSome } from '../../common/benefits-left.ts';
import { usePage, useSpeech } from '../app/page.ts';
import { priceSentence } from '../plans/plan-words.ts';
import styles from './MembershipCard.module.css';
import { billDateWords, statusWords } from './standing-words.ts';

interface MembershipCardProps {
  readonly membership: MembershipView;
  readonly credits: readonly CreditGroup[];
  readonly today: string;
}

/** The membership as a card in the salon's colour: plan, tier, price, status in words, next bill date or why none, the next charge exactly. */
export function MembershipCard({ membership, credits, today }: MembershipCardProps) {
  const { business } = usePage();
  const speech = useSpeech();
  const { words, price, money, day, date } = speech;
  const { plan, status, usability, nextBill, upcoming, payment, committedUntil, pause } = membership;
  // Where a pause has an end, the bill after it is known.
  const charge = nextBill.kind === 'on' || nextBill.kind === 'paused_until' ? upcoming : undefined;
  const bill = billDateWords(nextBill, (value) => day(value, today), words.profile.bill);
  const notes = charge
    ? [
        ...(charge.tax.amount > 0 ? [words.profile.chargeTax(money(charge.tax))] : []),
        ...(charge.fromAccountCredit.amount > 0 ? [words.profile.chargeCredit(money(charge.fromAccountCredit))] : []),
        ...(status === 'paused' && pause?.lastDay ? [words.pauses.pausedTo(day(pause.lastDay, today))] : []),
      ]
    : [];
  const pastDue = canUseSome(membership, credits) ? words.profile.leftUsable : words.profile.nothingLeft;
  return (
    <article className={styles.card} style={{ backgroundColor: business?.brand.colour }}>
      <div className={styles.top}>
        <div>
          <h2 className={styles.plan}>{plan.name}</h2>
          <p className={styles.tier}>
            {plan.tier === plan.name ? '' : `${plan.tier} · `}
            {priceSentence(plan, plan.rules.tax, speech)}
          </p>
        </div>
        <span className={styles.status}>{statusWords(membership, words.profile)}</span>
      </div>
      <p className={styles.usability}>
        {status === 'past_due' && usability === 'usable' ? pastDue : words.profile.usability[usability]}
        {(status === 'renewal_pending' || status === 'trial') && nextBill.kind === 'on' && (
          <>
            {' '}
            {words.profile[status === 'trial' ? 'trialEnds' : 'renewsSoon'](
              price(upcoming?.total ?? { ...plan.price, amount: plan.rules.gross }),
              date(nextBill.date),
            )}
          </>
        )}
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{words.profile.nextBill}</dt>
          <dd>
            {charge && nextBill.kind === 'paused_until' ? day(charge.on, today) : bill}
            {charge && `: ${money(charge.amount)}`}
            {notes.map((note) => (
              <span key={note} className={styles.note}>
                {note}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{words.profile.payment}</dt>
          <dd>
            {words.profile.paymentModes[payment]}
            {committedUntil !== undefined && (
              <span className={styles.note}>{words.profile.committed(date(committedUntil))}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.profile.memberSince}</dt>
          <dd>{date(membership.since)}</dd>
        </div>
      </dl>
    </article>
  );
}
