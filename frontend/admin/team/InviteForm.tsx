import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { StaffView } from '../../../shared/contract/views.ts';
import type { Role } from '../../../shared/domain/permission.ts';
import { Email } from '../../../shared/domain/text.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { RoleChoice } from './RoleChoice.tsx';

export function InviteForm({ onClose, onInvited }: { onClose: () => void; onInvited: (person: StaffView) => void }) {
  const { client } = useDesk();
  const words = useWords();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('receptionist');
  const [checked, setChecked] = useState(false);
  const address = Email.safeParse(email);
  const inviting = useSend((body: { name: string; email: string; role: Role }, idempotencyKey) =>
    client.inviteStaff({ body, idempotencyKey }),
  );

  async function invite() {
    setChecked(true);
    if (name.trim() === '' || !address.success) return;
    const person = await inviting.send({ name, email: address.data, role });
    if (!person) return;
    notify({ text: words.team.invited(person.email) });
    onInvited(person);
    onClose();
  }

  return (
    <DialogForm
      onSubmit={() => void invite()}
      onCancel={onClose}
      submit={words.team.sendInvite}
      busy={inviting.busy}
      error={inviting.error}
    >
      <TextInput
        label={words.team.name}
        required
        maxLength={80}
        autoComplete="off"
        data-autofocus
        value={name}
        error={checked && name.trim() === '' && words.common.required}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        label={words.team.email}
        description={words.team.inviteHint}
        required
        type="email"
        autoComplete="off"
        value={email}
        error={checked && !address.success && words.common.emailWrong}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <RoleChoice role={role} onChange={setRole} />
    </DialogForm>
  );
}
