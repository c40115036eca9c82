import { createContext, useCallback, useContext, useEffect, useId } from 'react';

/** Who holds something that was typed and not saved, and the question before it is lost. */
export interface Unsaved {
  readonly mark: (holder: string, dirty: boolean) => void;
  /** Goes at once when nothing is unsaved, with one holder or any; otherwise asks first. */
  readonly leave: (go: () => void, holder?: string) => void;
  /** While the question is open. */
  readonly asking: boolean;
}

export const UnsavedContext = createContext<Unsaved>({ mark: () => undefined, leave: (go) => go(), asking: false });

export const useUnsaved = () => useContext(UnsavedContext);

/** Registers a form while it is `dirty`. The functions say that it was saved, or leave it, after asking. */
export function useHolder(dirty: boolean) {
  const { mark, leave, asking } = useUnsaved();
  const holder = useId();
  useEffect(() => {
    mark(holder, dirty);
    return () => mark(holder, false);
  }, [mark, holder, dirty]);
  const saved = useCallback(() => mark(holder, false), [mark, holder]);
  return { asking, saved, leave: (go: () => void) => leave(go, holder) };
}
