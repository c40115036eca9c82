import { CircleAlert, CircleCheck, Clock } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { Link, useSearch } from 'wouter-preact';
import { CheckoutSessionId } from '../../../shared/contract/public/checkout-operations.ts';
import { isRefusal } from '../../common/error-words.ts';
import { forgetLinkToken } from '../../common/link-token.ts';
import { ContactLinks } from '../parts/contact-links.tsx';
import { Failed } from '../parts/failed.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';
import { askCheckout, type CheckoutReply } from '../state/ask-checkout.ts';
import { type CheckoutResult, checkoutResult } from '../state/checkout-result.ts';
import { joiningDraft } from '../state/draft.ts';
import { departure } from '../state/hosted-page.ts';
import { useLoad } from '../state/use-load.ts';
import { useSession } from '../state/use-session.ts';

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
/** Milliseconds after which waiting needs a word. */
const longWait = 6000;
const cardLink = '/portal/card';

/**
 * Coming back from the provider’s page, whatever it was for: asks what became of it and says so on this screen (000-019).
 * Asking again, also after a reload, does nothing twice.
 */
export function Checkout() {
  const given = CheckoutSessionId.safeParse(new URLSearchParams(useSearch()).get('session'));
  return given.success ? <Asked sessionId={given.data} /> : <Unknown />;
}

function Asked({ sessionId }: { sessionId: string }) {
  const { side, tongue } = usePortal();
  const { page } = tongue.words;
  const ask = async () => {
    const reply = await askCheckout(() => side.public.completeCheckout({ body: { sessionId } }), wait);
    tidyAfter(reply);
    return reply;
  };
  const [reply, again] = useLoad(ask, sessionId);
  if (reply.kind === 'loading') return <Asking />;
  if (reply.kind === 'ready') return <Answered reply={reply.value} />;
  if (isRefusal(reply.error, 'checkout_not_finished')) return <NotFinished />;
  if (isRefusal(reply.error, 'not_found')) return <Unknown />;
  return (
    <Screen key="failed" title={page.somethingWrong} kind="narrow">
      <Failed error={reply.error} again={again} />
    </Screen>
  );
}

/** What was kept in this tab for another try is not needed after one that worked. */
function tidyAfter({ purpose, payment }: CheckoutReply): void {
  if (payment === 'declined') return;
  if (purpose === 'enrolment') joiningDraft.forget();
  if (purpose === 'card_update') forgetLinkToken({ pathname: cardLink });
}

function Asking() {
  const { page, checkout } = usePortal().tongue.words;
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longWait);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Screen key="asking" title={page.loading} kind="narrow">
      <p role="status">{long ? checkout.result.takesLonger : checkout.result.asking}</p>
      <progress aria-label={page.loading} />
    </Screen>
  );
}

const iconOf = { good: CircleCheck, bad: CircleAlert, wait: Clock } as const;

function Answered({ reply }: { reply: CheckoutReply }) {
  const { business, side, tongue } = usePortal();
  const isSignedIn = useSession(side.session).kind === 'signed_in';
  const result = checkoutResult(reply, business.name, tongue, isSignedIn);
  const Icon = iconOf[result.tone];
  return (
    <Screen
      key="answered"
      title={result.title}
      kind="narrow"
      mark={<Icon aria-hidden="true" size={56} class={`mark-of ${result.tone}`} />}
    >
      <div role="status" class="told">
        <p class="hidden">{result.title}</p>
        {result.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Onwards result={result} joined={reply.purpose === 'enrolment'} />
    </Screen>
  );
}

function Onwards({ result, joined }: { result: CheckoutResult; joined: boolean }) {
  const { side, tongue } = usePortal();
  const { access, checkout, page } = tongue.words;
  const isSignedIn = useSession(side.session).kind === 'signed_in';
  const from = departure();
  // Not a change of screens: the link’s token is taken from the tab when its page loads.
  const retry = result.retry && from !== undefined && (
    <a href={from} class="primary">
      {checkout.result.otherCard}
    </a>
  );
  // Who has just joined waits for the mail: there is nothing to sign in with yet.
  const home = (isSignedIn || !joined) && (
    <Link href="/portal" class={retry || !isSignedIn ? 'secondary' : 'primary'}>
      {isSignedIn ? page.toMembership : access.signIn}
    </Link>
  );
  // Whoever came by the link of a mail may have no login at all, and nothing is left to do.
  const isOver = !isSignedIn && !joined && !retry;
  return (
    <>
      {isOver && <p>{checkout.result.canClose}</p>}
      <p class="ways">
        {retry}
        {home}
      </p>
    </>
  );
}

function NotFinished() {
  const { checkout } = usePortal().tongue.words;
  return (
    <Screen key="not finished" title={checkout.result.notFinished} kind="narrow">
      <p role="status">{checkout.result.notFinishedNext}</p>
      <p>
        <a href={departure() ?? '/portal'} class="primary">
          {checkout.result.back}
        </a>
      </p>
    </Screen>
  );
}

function Unknown() {
  const { checkout, page } = usePortal().tongue.words;
  return (
    <Screen key="unknown" title={checkout.result.unknown} kind="narrow">
      <p>{checkout.result.unknownNext}</p>
      <h2>{page.contact}</h2>
      <ContactLinks />
    </Screen>
  );
}
