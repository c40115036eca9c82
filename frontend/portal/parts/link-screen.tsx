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

/** Looks at the link from a mail, which changes nothing, and shows `children` only while it still works (000-022). */
export function LinkScreen({ children }: { children: (link: LinkFound, token: string) => ComponentChildren }) {
  const { linkToken } = usePortal();
  return linkToken === undefined ? <IncompleteLink /> : <Inspected token={linkToken}>{children}</Inspected>;
}

function Inspected(props: { token: string; children: (link: LinkFound, token: string) => ComponentChildren }) {
  const { side } = usePortal();
  const [link, again] = useLoad(() => side.public.inspectLink({ body: { token: props.token } }), props.token);
  if (link.kind === 'loading') return <Skeleton />;
  if (link.kind === 'ready') {
    if (link.value.state === 'valid') return <>{props.children(link.value, props.token)}</>;
    return <OldLink token={props.token} state={link.value.state} />;
  }
  return isRefusal(link.error, 'link_not_valid') ? <IncompleteLink /> : <LinkFailed error={link.error} again={again} />;
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
function OldLink({ token, state }: { token: string; state: 'used' | 'expired' }) {
  const { side, tongue } = usePortal();
  const { access } = tongue.words;
  const [sent, setSent] = useState(false);
  return (
    <Screen title={state === 'used' ? access.usedTitle : access.expiredTitle} kind="narrow">
      <p>{state === 'used' ? access.usedExplained : access.expiredExplained}</p>
      <GoodNotice text={sent ? access.freshLinkSent : undefined} />
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

function IncompleteLink() {
  const { access, page } = usePortal().tongue.words;
  return (
    <Screen title={access.incompleteTitle} kind="narrow">
      <p>{access.incompleteExplained}</p>
      <p>
        <Link href="/portal/forgot-password" class="primary">
          {access.freshLink}
        </Link>
      </p>
      <h2>{page.contact}</h2>
      <ContactLinks />
    </Screen>
  );
}
