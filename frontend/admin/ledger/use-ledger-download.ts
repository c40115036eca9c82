import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../app/desk.ts';
import { saveBlob } from '../effects/save-file.ts';
import { useSend } from '../effects/send.ts';
import { type CopyProgress, LedgerDownload } from './ledger-download.ts';

const nothing: CopyProgress = { members: 0, entries: 0 };

/** Makes the copy and saves it as a file. After a failure the same button goes on; leaving the page stops it. */
export function useLedgerDownload() {
  const { client, settings } = useDesk();
  const { business, today } = settings;
  const [progress, setProgress] = useState(nothing);
  const [isDone, setDone] = useState(false);
  const download = useRef<LedgerDownload>(undefined);
  useEffect(() => () => download.current?.stop(), []);

  const sending = useSend(async (_: 'copy') => {
    download.current ??= new LedgerDownload(client.exportLedger);
    const pieces = await download.current.run(setProgress);
    if (!pieces) return;
    saveBlob(`ledger-${business.slug}-${today}.json`, new Blob([...pieces], { type: 'application/json' }));
    download.current = undefined;
    setDone(true);
  });

  return {
    progress,
    isDone,
    busy: sending.busy,
    error: sending.error,
    start: () => {
      if (download.current === undefined) setProgress(nothing);
      setDone(false);
      void sending.send('copy');
    },
    stop: () => {
      download.current?.stop();
      download.current = undefined;
      setProgress(nothing);
    },
  };
}
