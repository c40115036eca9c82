import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FormEvent, ReactNode } from 'react';
import { useWords } from '../app/page.ts';
import styles from './Dialog.module.css';
import { Failure } from './Failure.tsx';
import { focusFirstProblem } from './first-problem.ts';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A dialog; on a phone it takes the whole screen. A click beside it keeps it open: it may hold something typed. */
export function Dialog({ opened, onClose, title, wide = false, children }: DialogProps) {
  const small = useMediaQuery('(max-width: 36em)', undefined, { getInitialValueInEffect: false });
  const words = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={wide ? '44rem' : '30rem'}
      fullScreen={small}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      {children}
    </Modal>
  );
}

interface DialogFormProps {
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly submit: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  readonly children: ReactNode;
}

/** The inside of a dialog that sends something: fields, why it failed, Cancel and the one action. */
export function DialogForm(props: DialogFormProps) {
  const words = useWords();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    props.onSubmit();
    focusFirstProblem(event.currentTarget);
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {props.children}
        <Failure error={props.error} sent />
        <Group justify="flex-end" gap="xs" className={styles.actions}>
          <Button variant="default" onClick={props.onCancel}>
            {words.common.cancel}
          </Button>
          <Button
            type="submit"
            loading={props.busy}
            disabled={props.disabled ?? false}
            {...(props.danger ? { color: 'red' } : {})}
          >
            {props.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
