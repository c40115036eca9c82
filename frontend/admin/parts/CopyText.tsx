import { Button, VisuallyHidden } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../app/page.ts';
import { useNotify } from './Notices.tsx';

/** Puts a text on the clipboard. `of` says what it is, for whoever does not see where the button stands. */
export function CopyText({ text, of }: { text: string; of: string }) {
  const words = useWords().common;
  const notify = useNotify();
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === text;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      notify({ text: words.notCopied });
    }
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        flex="none"
        leftSection={isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        aria-label={isCopied ? words.copiedOf(of) : words.copyOf(of)}
        onClick={() => void copy()}
      >
        {isCopied ? words.copied : words.copy}
      </Button>
      <VisuallyHidden role="status">{isCopied && words.copiedOf(of)}</VisuallyHidden>
    </>
  );
}
