import { useEffect } from 'preact/hooks';

/** Calls back when the page is looked at again: the front desk may have taken a visit in the meantime. */
export function useReturn(returned: () => void): void {
  useEffect(() => {
    const changed = () => document.visibilityState === 'visible' && returned();
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, [returned]);
}
