import { useEffect, useState } from 'preact/hooks';
import type { HostedPage } from '../../../shared/contract/billing-views.ts';
import { noteDeparture } from './hosted-page.ts';

/** The way to the payment provider’s page, where alone cards are entered. `busy` until the browser has left. */
export function useHostedPage() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    // Going back may bring this very page again, as it was when it was left.
    const shown = ({ persisted }: PageTransitionEvent) => persisted && setBusy(false);
    addEventListener('pageshow', shown);
    return () => removeEventListener('pageshow', shown);
  }, []);

  async function leave(start: () => Promise<HostedPage>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const { url } = await start();
      noteDeparture(location.pathname);
      location.assign(url);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  }
  return { leave, busy, error };
}
