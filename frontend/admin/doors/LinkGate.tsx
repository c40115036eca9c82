import { Alert, Anchor, Button } from '@mantine/core';
import { MailCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { ReplyOf } from '../../../shared/contract/handlers.ts';
import type { publicOperations } from '../../../shared/contract/public-operations.ts';
import { isRefusal } from '../../common/error-words.ts';
import { usePage } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { Door } from './Door.tsx';

export type MailedLink = ReplyOf<(typeof publicOperations)['inspectLink']>;

interface LinkGateProps {
  readonly token: string | undefined;
  readonly purpose: MailedLink['purpose'];
  readonly children: (link: MailedLink, token: string) => ReactNode;
}

/** Looks at a link from a mail, which changes nothing, and opens its page; otherwise says what is wrong and what to do. */
export function LinkGate({ token, purpose, children }: LinkGateProps) {
  const { side, speech } = usePage();
  const words = speech.words.doors;
  const link = useLoad(
    () => (token === undefined ? Promise.resolve(undefined) : side.public.inspectLink({ body: { token } })),
    [side, token],
  );
  const { load } = link;

  if (load.state === 'loading') {
    return (
      <Door title={words.checking}>
        <Waiting />
      </Door>
    );
  }
  if (load.state === 'failed' && !isRefusal(load.error, 'link_not_valid')) {
    return (
      <Door title={words.checking}>
        <Failure error={load.error} retry={link.reload} />
      </Door>
    );
  }
  const value = load.state === 'ready' ? load.value : undefined;
  if (token === undefined || value === undefined) return <Dead title={words.linkWrong} text={words.linkWrongText} />;
  if (value.audience !== 'staff' || value.purpose !== purpose) {
    return (
      <Door title={words.wrongAudience} text={words.wrongAudienceText}>
        <Anchor href="/portal">{words.openPortal}</Anchor>
      </Door>
    );
  }
  if (value.state === 'used') return <Dead title={words.linkUsed} text={words.linkUsedText} />;
  if (value.state === 'expired') return <Expired token={token} />;
  return children(value, token);
}

function Dead({ title, text }: { title: string; text: string }) {
  const words = usePage().speech.words.doors;
  return (
    <Door title={title} text={text}>
      <Button component={Link} href="/">
        {words.signIn}
      </Button>
      <Anchor component={Link} href="/forgot-password" size="sm">
        {words.forgot}
      </Anchor>
    </Door>
  );
}

function Expired({ token }: { token: string }) {
  const { side, speech } = usePage();
  const words = speech.words.doors;
  const renewing = useSend(() => side.public.renewLink({ body: { token } }));
  const [sent, setSent] = useState(false);
  return (
    <Door title={words.linkExpired} {...(sent ? {} : { text: words.linkExpiredText })}>
      <Failure error={renewing.error} />
      {sent ? (
        <Alert color="plum" icon={<MailCheck size={18} aria-hidden />} role="status">
          {words.freshLinkSent}
        </Alert>
      ) : (
        <Button
          loading={renewing.busy}
          onClick={() => void renewing.send({}).then((reply) => setSent(reply !== undefined))}
        >
          {words.freshLink}
        </Button>
      )}
    </Door>
  );
}
