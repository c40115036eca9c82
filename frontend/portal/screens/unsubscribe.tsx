import { useState } from 'preact/hooks';
import { forgetLinkToken } from '../../common/link-token.ts';
import { Form } from '../parts/form.tsx';
import { IncompleteLink } from '../parts/link-screen.tsx';
import { GoodNotice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';

/** Ends one kind of mail without signing in (rule M2). Opening the page changes nothing: scanners open links. */
export function Unsubscribe() {
  const { business, side, tongue, linkToken } = usePortal();
  const { access } = tongue.words;
  const [ended, setEnded] = useState(false);
  if (linkToken === undefined) return <IncompleteLink topic="membership" />;
  return (
    <Screen title={access.endMails} kind="narrow">
      <GoodNotice text={ended ? access.mailsEnded : undefined} />
      {!ended && <p>{access.endMailsExplained(business.name)}</p>}
      <p>{access.mailsThatStay}</p>
      {!ended && (
        <Form
          label={access.endMails}
          check={() => ({})}
          send={async () => {
            await side.public.unsubscribe({ path: { unsubscribeToken: linkToken } });
            forgetLinkToken();
            setEnded(true);
          }}
        >
          {() => null}
        </Form>
      )}
    </Screen>
  );
}
