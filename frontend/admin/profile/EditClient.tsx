import { Alert } from '@mantine/core';
import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MemberDetails } from '../../../shared/domain/member.ts';
import { isRefusal } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { ClientFieldsForm } from '../contacts/ClientFieldsForm.tsx';
import { type ClientField, type FieldProblems, fieldsOf, readClient } from '../contacts/client-form.ts';
import { Duplicates } from '../contacts/Duplicates.tsx';
import { mergeEdit } from '../effects/merge-edit.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';

interface EditClientProps {
  readonly opened: boolean;
  readonly page: MemberPage;
  /** An address to start with: what the portal login uses (000-042). */
  readonly email?: string;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function EditClient(props: EditClientProps) {
  const words = useSpeech().words.contacts;
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={words.editTitle}>
      <Form {...props} />
    </Dialog>
  );
}

/** Edits on top of the version that was opened. When a colleague was faster, both edits are joined before anything is lost. */
function Form({ page, email, onClose, onSaved }: EditClientProps) {
  const { client, may } = useDesk();
  const { locale, words } = useSpeech();
  const notify = useNotify();
  const path = { memberId: page.memberId };
  const [base, setBase] = useState({ version: page.version, fields: fieldsOf(page.details) });
  const [fields, setFields] = useState({ ...base.fields, ...(email === undefined ? {} : { email }) });
  const [problems, setProblems] = useState<FieldProblems>({});
  const [disputed, setDisputed] = useState<readonly ClientField[]>();

  const saving = useSend(async (asked: { version: number; details: MemberDetails }) => {
    try {
      return await client.updateMember({ path, body: asked });
    } catch (error) {
      if (!isRefusal(error, 'conflicting_change')) throw error;
      const newest = await client.getMember({ path });
      const theirs = fieldsOf(newest.details);
      const merged = mergeEdit(base.fields, fields, theirs);
      setBase({ version: newest.version, fields: theirs });
      setFields(merged.fields);
      setDisputed(merged.disputed);
      return 'merged' as const;
    }
  });

  async function save() {
    const read = readClient(fields, locale, words.common);
    setProblems(read.ok ? {} : read.problems);
    if (!read.ok) return;
    const reply = await saving.send({ version: base.version, details: read.details });
    if (reply === undefined || reply === 'merged') return;
    notify({ text: words.contacts.saved });
    onSaved();
    onClose();
  }

  return (
    <DialogForm
      onSubmit={() => void save()}
      onCancel={onClose}
      submit={disputed ? words.contacts.saveMine : words.common.save}
      busy={saving.busy}
      error={saving.error}
    >
      <ClientFieldsForm
        fields={fields}
        problems={problems}
        withCare={may('clients.care')}
        {...(email === undefined ? {} : { startAt: 'email' as const })}
        onChange={setFields}
      />
      <Duplicates email={fields.email} phone={fields.phone} except={page.memberId} />
      {disputed && (
        <Alert
          color="orange"
          icon={<GitMerge size={18} aria-hidden />}
          title={words.contacts.conflictTitle}
          role="alert"
        >
          {words.contacts.conflict}
          {disputed.map((field) => (
            <div key={field}>
              <strong>
                {words.contacts.conflictNow(
                  words.contacts[field],
                  base.fields[field] || words.contacts.conflictNothing,
                )}
              </strong>
            </div>
          ))}
        </Alert>
      )}
    </DialogForm>
  );
}
