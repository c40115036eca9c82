import { CircleAlert, Clock } from 'lucide-preact';
import { useId } from 'preact/hooks';
import type { MembershipView, OpenPayment } from '../../../shared/contract/views.ts';
import { formatDay, formatMoney } from '../../../shared/wording/format.ts';
import { canUseSome } from '../../common/benefits-left.ts';
import { usePortal } from '../portal-context.ts';
import { isCalm, type Remedy, remediesFor } from '../state/attention.ts';
import type { Own } from '../state/own.ts';
import { useHostedPage } from '../state/use-hosted-page.ts';
import { ErrorNotice, type News } from './notice.tsx';
import { usePaying } from './use-paying.tsx';

interface Given {
  readonly open: OpenPayment;
  readonly membership: MembershipView;
  readonly own: Own;
  readonly settled: (news: News) => void;
}

/** A payment that did not come (001-085), directly under the card: how much, why, what to do, what it means meanwhile. */
export function Attention(given: Given) {
  const { tongue } = usePortal();
  const { attention } = tongue.words.billing;
  const { open, own } = given;
  const id = useId();
  const calm = isCalm(open);
  const Icon = calm ? Clock : CircleAlert;
  return (
    <section class={`attention ${calm ? 'wait' : 'soon'}`} aria-labelledby={id}>
      <h2 id={id}>
        <Icon aria-hidden="true" size={22} />
        <span>{attention.title[open.reason]}</span>
      </h2>
      <p class="due">
        <strong>{formatMoney(open.amount, tongue.locale)}</strong>{' '}
        <span>{attention.dueSince(formatDay(open.since, own.today, tongue.locale))}</span>
      </p>
      <p>{attention.reason[open.reason]}</p>
      <UntilWhen {...given} />
      <Ways {...given} />
    </section>
  );
}

function UntilWhen({ open, membership, own }: Given) {
  const { tongue } = usePortal();
  const { attention } = tongue.words.billing;
  if (open.restsFrom === undefined) return membership.usability === 'on_hold' ? <p>{attention.resting}</p> : null;
  // On the bill date what came with the last period has mostly run out.
  const left = canUseSome(membership, own.credits)
    ? ` ${attention.leftRestsFrom(formatDay(open.restsFrom, own.today, tongue.locale))}`
    : '';
  return (
    <p>
      {attention.newWithPayment}
      {left}
    </p>
  );
}

function Ways({ open, own, settled }: Given) {
  const { side, tongue } = usePortal();
  const { billing } = tongue.words;
  const { memberId } = own.profile;
  const hosted = useHostedPage();
  const paying = usePaying(own, settled);
  const { main, other } = remediesFor(open, own.billing.connected);
  if (main === undefined) return null;
  const { invoiceId, amount } = open;
  const { add, update } = billing.card;
  const words = {
    pay: billing.pay.payNow,
    confirm: billing.pay.confirm,
    update_card: own.billing.card === undefined ? add : update,
  };
  const pay = () => paying.pay({ invoiceId, amount, kind: 'membership' });
  // What only the bank’s confirmation settles leads to the provider’s page as well: paying knows.
  const act = {
    pay,
    confirm: pay,
    update_card: () => hosted.leave(() => side.client.startCardUpdate({ path: { memberId }, body: {} })),
  };
  const button = (remedy: Remedy, kind: 'primary' | 'secondary') => (
    <button type="button" class={kind} aria-disabled={hosted.busy || paying.busy} onClick={act[remedy]}>
      {words[remedy]}
    </button>
  );
  return (
    <>
      <div class="ways">
        {button(main, 'primary')}
        {other !== undefined && button(other, 'secondary')}
      </div>
      <ErrorNotice error={hosted.error ?? paying.error} />
      {paying.dialog}
    </>
  );
}
