import { Lock } from 'lucide-preact';
import { formatMoney } from '../../../shared/wording/format.ts';
import { isRefusal } from '../../common/error-words.ts';
import { type LinkFound, LinkScreen } from '../parts/link-screen.tsx';
import { ErrorNotice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';
import { useHostedPage } from '../state/use-hosted-page.ts';

/** The link of a payment mail (000-020 … 000-022): a new card without signing in. Shows the amount due, nothing else. */
export function CardLink() {
  return (
    <LinkScreen topic="membership">
      {(link, token, again) => <Offer link={link} token={token} again={again} />}
    </LinkScreen>
  );
}

function Offer({ link, token, again }: { link: LinkFound; token: string; again: () => void }) {
  const { business, side, tongue } = usePortal();
  const { billing, checkout } = tongue.words;
  const { leave, busy, error } = useHostedPage();
  const { amountDue } = link;

  const start = () => side.public.startLinkCheckout({ body: { token } }).catch(lookAgain);
  function lookAgain(refused: unknown): never {
    if (isRefusal(refused, 'link_used') || isRefusal(refused, 'link_expired')) again();
    throw refused;
  }

  return (
    <Screen title={checkout.link.title(business.name)} heading="card" kind="narrow">
      {amountDue === undefined ? (
        <p>{checkout.link.nothingDue}</p>
      ) : (
        <>
          <p class="amount-due">
            <span class="muted">{checkout.link.amountDue}</span>
            <strong>{formatMoney(amountDue, tongue.locale)}</strong>
          </p>
          <p>{checkout.link.explained}</p>
        </>
      )}
      <button type="button" class="primary" aria-disabled={busy} onClick={() => leave(start)}>
        {billing.card.update}
      </button>
      <ErrorNotice error={error} />
      <p class="safely">
        <Lock aria-hidden="true" size={18} />
        <span>{billing.card.enteredSafely}</span>
      </p>
    </Screen>
  );
}
