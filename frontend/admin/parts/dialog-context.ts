import { createContext, useContext } from 'react';

/** What a form inside a dialog tells the dialog: that something was typed, that it is saved. */
interface DialogState {
  readonly touch: (touched: boolean) => void;
  /** For a form that leaves the page by itself after saving: nothing is to be asked any more. */
  readonly saved: () => void;
}

export const DialogContext = createContext<DialogState>({ touch: () => undefined, saved: () => undefined });

export const useDialog = () => useContext(DialogContext);
