import { Text } from '@mantine/core';
import { useWords } from '../app/page.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import type { usePaymentLink } from './use-payment-link.ts';

interface VoidLinksProps {
  readonly opened: boolean;
  readonly link: ReturnType<typeof usePaymentLink>;
  readonly onClose: () => void;
}

/** Makes the links that were sent stop working, after saying what that means. */
export function VoidLinks({ opened, link, onClose }: VoidLinksProps) {
  const words = useWords().payments;
  async function makeVoid() {
    if (await link.makeVoid()) onClose();
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={words.voidLinksTitle}>
      <DialogForm
        onSubmit={() => void makeVoid()}
        onCancel={onClose}
        submit={words.voidLinks}
        busy={link.busy}
        error={link.error}
        danger
      >
        <Text size="sm">{words.voidLinksText}</Text>
      </DialogForm>
    </Dialog>
  );
}
