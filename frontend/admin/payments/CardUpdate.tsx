import { lazy, Suspense, useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import type { Billing } from './open-payments.ts';

// Apart: drawing the code is its weight.
const CardUpdateWatch = lazy(() => import('./CardUpdateWatch.tsx'));

interface CardUpdateProps {
  readonly opened: boolean;
  readonly page: MemberPage;
  readonly billing: Billing;
  readonly onClose: () => void;
  readonly onPage: (page: MemberPage) => void;
}

/** “Update card now”: the provider's page on this screen or on the client's own phone (000-048). */
export function CardUpdate({ opened, page, onClose, ...rest }: CardUpdateProps) {
  const words = useWords().payments;
  return (
    <Dialog opened={opened} onClose={onClose} title={words.updateTitle(fullName(page.details))}>
      <Inside page={page} onClose={onClose} {...rest} />
    </Dialog>
  );
}

function Inside({ page, billing, onClose, onPage }: Omit<CardUpdateProps, 'opened'>) {
  const { client } = useDesk();
  const { memberId } = page;
  // One page however often it is asked for while this dialog is open.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  // What was true when the dialog opened: the page behind it follows what happens.
  const [before] = useState(billing);
  const hosted = useLoad(
    () => client.startClientCardUpdate({ path: { memberId }, body: {}, idempotencyKey }),
    [client, memberId, idempotencyKey],
  );
  return (
    <Loaded from={hosted}>
      {({ url }) => (
        <Suspense fallback={<Waiting lines={4} />}>
          <CardUpdateWatch url={url} memberId={memberId} before={before} onClose={onClose} onPage={onPage} />
        </Suspense>
      )}
    </Loaded>
  );
}
