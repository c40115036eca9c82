import { useState } from 'react';
import { useLocation } from 'wouter';
import type { MemberDetails } from '../../../shared/domain/member.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { useDialog } from '../parts/dialog-context.ts';
import { useNotify } from '../parts/Notices.tsx';
import { ClientFieldsForm } from './ClientFieldsForm.tsx';
import { type FieldProblems, fieldsFromSearch, readClient } from './client-form.ts';
import { Duplicates } from './Duplicates.tsx';

interface AddClientProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What was searched for in vain: nobody types a name twice. */
  readonly typed: string;
}

/** Adds a client and opens the new profile. */
export function AddClient({ opened, onClose, typed }: AddClientProps) {
  const words = useSpeech().words.contacts;
  return (
    <Dialog opened={opened} onClose={onClose} title={words.addTitle}>
      <Form onClose={onClose} typed={typed} />
    </Dialog>
  );
}

function Form({ onClose, typed }: Omit<AddClientProps, 'opened'>) {
  const { client, may } = useDesk();
  const { locale, words } = useSpeech();
  const notify = useNotify();
  const { saved } = useDialog();
  const [, navigate] = useLocation();
  const [fields, setFields] = useState(() => fieldsFromSearch(typed));
  const [problems, setProblems] = useState<FieldProblems>({});
  const adding = useSend((details: MemberDetails, idempotencyKey) =>
    client.createMember({ body: details, idempotencyKey }),
  );

  async function add() {
    const read = readClient(fields, locale, words.common);
    setProblems(read.ok ? {} : read.problems);
    if (!read.ok) return;
    const added = await adding.send(read.details);
    if (!added) return;
    notify({ text: words.contacts.added(fullName(read.details)) });
    saved();
    onClose();
    navigate(`/contacts/${added.memberId}`);
  }

  return (
    <DialogForm
      onSubmit={() => void add()}
      onCancel={onClose}
      submit={words.contacts.addClient}
      busy={adding.busy}
      error={adding.error}
    >
      <ClientFieldsForm fields={fields} problems={problems} withCare={may('clients.care')} onChange={setFields} />
      <Duplicates email={fields.email} phone={fields.phone} />
    </DialogForm>
  );
}
