import { Alert } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { StaffView } from '../../../shared/contract/views.ts';
import type { Role } from '../../../shared/domain/permission.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { RoleChoice } from './RoleChoice.tsx';

interface ChangeRoleProps {
  readonly person: StaffView;
  readonly onClose: () => void;
  readonly onChanged: (person: StaffView) => void;
}

export function ChangeRole({ person, onClose, onChanged }: ChangeRoleProps) {
  const { client, self, reloadSettings } = useDesk();
  const words = useWords();
  const notify = useNotify();
  const [role, setRole] = useState(person.role);
  const isSelf = person.staffId === self.staffId;
  const changing = useSend((body: { role: Role }) => client.changeRole({ path: { staffId: person.staffId }, body }));

  async function change() {
    const changed = await changing.send({ role });
    if (!changed) return;
    notify({ text: words.team.roleChanged(changed.name, words.shell.roles[changed.role]) });
    onChanged(changed);
    onClose();
    // What I may do has changed: ask again who I am.
    if (isSelf) reloadSettings();
  }

  return (
    <DialogForm
      onSubmit={() => void change()}
      onCancel={onClose}
      submit={words.team.change}
      busy={changing.busy}
      error={changing.error}
      disabled={role === person.role}
    >
      {isSelf && (
        <Alert color="orange" icon={<TriangleAlert size={18} aria-hidden />} role="note">
          {words.team.changeSelf}
        </Alert>
      )}
      <RoleChoice role={role} onChange={setRole} />
    </DialogForm>
  );
}
