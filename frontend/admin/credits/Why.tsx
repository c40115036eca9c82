import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup } from '../../../shared/contract/views.ts';
import { useSpeech } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Statements } from './Statements.tsx';
import type { Subject } from './statement.ts';
import { useCreditWords } from './use-credit-words.ts';

/** “Why 2?”: what added to a number and what took from it, and the words to tell the client. */
export function Why({ page, group }: { page: MemberPage; group: CreditGroup }) {
  const { words, tongue } = useSpeech();
  const { amount, amountOf } = useCreditWords(page.services);
  const what = amountOf(group.kind, group.available, group.serviceIds);
  const why = tongue.words.statement.why(amount(group.kind, group.available));
  return <Asked page={page} subject={group} text={why} label={words.credits.whyOf(why, what)} />;
}

/** “Why is nothing left?” */
export function WhyNothing({ page }: { page: MemberPage }) {
  const { whyNothing } = useSpeech().words.credits;
  return <Asked page={page} subject="nothing left" text={whyNothing} label={whyNothing} />;
}

interface AskedProps {
  readonly page: MemberPage;
  readonly subject: Subject | 'nothing left';
  readonly text: string;
  readonly label: string;
}

function Asked({ page, subject, text, label }: AskedProps) {
  const [opened, setOpened] = useState(false);
  const { whyTitle } = useSpeech().words.credits;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {text}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={whyTitle(page.details.firstName)} wide>
        <Statements page={page} subject={subject} />
      </Dialog>
    </>
  );
}
