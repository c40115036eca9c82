import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../app/page.ts';
import styles from './Dialog.module.css';
import { DialogContext, useDialog } from './dialog-context.ts';
import { Failure } from './Failure.tsx';
import { focusFirstProblem } from './first-problem.ts';
import { useHolder } from './unsaved.ts';
import { useKeptFocus } from './use-kept-focus.ts';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/**
 * A dialog; on a phone it takes the whole screen. A click beside it keeps it open, Escape and the cross ask first when
 * something was typed.
 */
export function Dialog({ opened, onClose, title, wide = false, children }: DialogProps) {
  const [touched, setTouched] = useState(false);
  const holder = useHolder(opened && touched);
  const { saved } = holder;
  const state = useMemo(() => ({ touch: setTouched, saved }), [saved]);
  const small = useMediaQuery('(max-width: 36em)', undefined, { getInitialValueInEffect: false });
  const words = useWords();
  return (
    <Modal
      opened={opened}
      onClose={() => holder.leave(onClose)}
      closeOnEscape={!holder.asking}
      title={title}
      size={wide ? '44rem' : '30rem'}
      fullScreen={small}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <DialogContext value={state}>{children}</DialogContext>
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
  /** Why it is disabled. */
  readonly hint?: string;
  readonly danger?: boolean;
  /** In place of “Cancel”, where that could mean what is asked for. */
  readonly keep?: string;
  readonly children: ReactNode;
}

/** The inside of a dialog that sends something: fields, why it failed, Cancel and the one action. */
export function DialogForm(props: DialogFormProps) {
  const words = useWords();
  const { touch } = useDialog();
  useEffect(() => () => touch(false), [touch]);
  const form = useRef<HTMLFormElement>(null);
  useKeptFocus(form);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    props.onSubmit();
    focusFirstProblem(event.currentTarget);
  }
  return (
    <form ref={form} onSubmit={submit} onInput={() => touch(true)} noValidate>
      <Stack gap="md">
        {props.children}
        <Failure error={props.error} sent />
        <Group justify="flex-end" gap="xs" className={styles.actions}>
          {props.hint && (
            <Text size="sm" c="dimmed" role="status">
              {props.hint}
            </Text>
          )}
          <Button variant="default" onClick={props.onCancel}>
            {props.keep ?? words.common.cancel}
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
