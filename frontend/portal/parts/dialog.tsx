import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

/**
 * A native modal dialog: the browser keeps the keyboard inside, closes it with Esc and gives the focus back. While `busy`
 * it stays, since what was asked for cannot be called back. `children` get the function that closes it.
 */
export function Dialog(props: {
  title: string;
  busy: boolean;
  closed: () => void;
  children: (close: () => void) => ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      aria-busy={props.busy}
      onClose={props.closed}
      onCancel={(event) => props.busy && event.preventDefault()}
    >
      <h2 id={title} tabIndex={-1} autofocus>
        {props.title}
      </h2>
      {props.children(() => dialog.current?.close())}
    </dialog>
  );
}
