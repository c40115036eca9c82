import { Text } from '@mantine/core';
import type { StaffView } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';

interface RemoveFormProps {
  readonly person: StaffView;
  readonly onClose: () => void;
  readonly onRemoved: (person: StaffView) => void;
}

/** Asks once more: it works at once and on every device. */
export function RemoveForm({ person, onClose, onRemoved }: RemoveFormProps) {
  const { client } = useDesk();
  const words = useWords().team;
  const notify = useNotify();
  const removing = useSend((staffId: string) => client.removeStaff({ path: { staffId } }));

  async function remove() {
    const removed = await removing.send(person.staffId);
    if (!removed) return;
    notify({ text: words.removed(removed.name) });
    onRemoved(removed);
    onClose();
  }

  return (
    <DialogForm
      onSubmit={() => void remove()}
      onCancel={onClose}
      submit={words.removeConfirm}
      busy={removing.busy}
      error={removing.error}
      danger
    >
      <Text size="sm">{words.removeText}</Text>
    </DialogForm>
  );
}
