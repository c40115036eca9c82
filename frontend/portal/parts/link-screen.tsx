import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { isRefusal } from '../../common/error-words.ts';
import type { PublicClient } from '../../common/public-client.ts';
import { usePortal } from '../portal-context.ts';
import { useLoad } from '../state/use-load.ts';
import { ContactLinks } from './contact-links.tsx';
import { Failed } from './failed.tsx';
import { Form } from './form.tsx';
import { GoodNotice } from './notice.tsx';
import { Screen } from './screen.tsx';
import { Skeleton } from './skeleton.tsx';

export type LinkFound = Awaited<ReturnType<PublicClient['inspectLink']>>;

/** What a link from a mail is about: an account with its password, or a membership and its payments. */
export type LinkTopic = 'account' | 'membership';

interface Given {
  readonly topic?: LinkTopic;
  /** `again` looks at the link once more: it may have been used or have expired meanwhile. */
  readonly children: (link: LinkFound, token: string, again: () => void) => ComponentChildren;
}

/** Looks at the link from a mail, which changes nothing, and shows `children` only while it still works (000-022). */
export function LinkScreen({ topic = 'account', children }: Given) {
  const { linkToken } = usePortal();
  if (linkToken === undefined) return <IncompleteLink topic={topic} />;
  return (
    <Inspected token={linkToken} topic={topic}>
      {children}
    </Inspected>
  );
}

function Inspected({ token, topic, children }: Required<Given> & { token: string }) {
  const { side } = usePortal();
  const [link, again] = useLoad(() => side.public.inspectLink({ body: { token } }), token);
  if (link.kind === 'loading') return <Skeleton />;
  if (link.kind === 'ready') {
    const { state, purpose } = link.value;
    if ((topic === 'membership') !== (purpose === 'card_update')) return <IncompleteLink topic={topic} />;
    if (state === 'valid') return <>{children(link.value, token, again)}</>;
    return <OldLink token={token} state={state} topic={topic} />;
  }
  if (isRefusal(link.error, 'link_not_valid')) return <IncompleteLink topic={topic} />;
  return <LinkFailed error={link.error} again={again} />;
}

function LinkFailed({ error, again }: { error: unknown; again: () => void }) {
  const { page } = usePortal().tongue.words;
  return (
    <Screen title={page.somethingWrong} kind="narrow">
      <Failed error={error} again={again} />
    </Screen>
  );
}

/** A used or expired link offers a fresh one instead of an error. */
function OldLink({ token, state, topic }: { token: string; state: 'used' | 'expired'; topic: LinkTopic }) {
  const { side, tongue } = usePortal();
  const { access, checkout } = tongue.words;
  const [sent, setSent] = useState(false);
  const used = topic === 'membership' ? checkout.link.used : access.usedExplained;
  const freshLinkSent = topic === 'membership' ? checkout.link.freshLinkSent : access.freshLinkSent;
  return (
    <Screen title={state === 'used' ? access.usedTitle : access.expiredTitle} kind="narrow">
      <p>{state === 'used' ? used : access.expiredExplained}</p>
      <GoodNotice text={sent ? freshLinkSent : undefined} />
      {!sent && (
        <Form
          label={access.freshLink}
          check={() => ({})}
          send={async () => {
            await side.public.renewLink({ body: { token } });
            setSent(true);
          }}
        >
          {() => null}
        </Form>
      )}
      <p>
        <Link href="/portal" class="more">
          {access.signIn}
        </Link>
      </p>
    </Screen>
  );
}

export function IncompleteLink({ topic }: { topic: LinkTopic }) {
  const { access, checkout, page } = usePortal().tongue.words;
  return (
    <Screen title={access.incompleteTitle} kind="narrow">
      <p>{topic === 'membership' ? checkout.link.incomplete : access.incompleteExplained}</p>
      <p>
        {topic === 'membership' ? (
          <Link href="/portal" class="primary">
            {access.signIn}
          </Link>
        ) : (
          <Link href="/portal/forgot-password" class="primary">
            {access.freshLink}
          </Link>
        )}
      </p>
      <h2>{page.contact}</h2>
      <ContactLinks />
    </Screen>
  );
}
