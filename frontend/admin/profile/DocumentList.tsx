import { UnstyledButton } from '@mantine/core';
import { FileText } from 'lucide-react';
import type { ClientDocument } from '../../../shared/domain/document.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import lines from '../parts/Lines.module.css';
import { Tag } from '../parts/Tag.tsx';

interface DocumentListProps {
  readonly documents: readonly ClientDocument[];
  readonly onOpen: (documentId: string) => void;
}

export function DocumentList({ documents, onOpen }: DocumentListProps) {
  const { settings } = useDesk();
  const { words, instant, locale } = useSpeech();
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  return (
    <ul className={lines.lines}>
      {documents.map(({ documentId, name, state, bytes, addedBy, addedAt }) => (
        <li key={documentId} className={lines.line}>
          <FileText size={18} aria-hidden />
          <div className={lines.main}>
            {state === 'stored' ? (
              <UnstyledButton
                className={lines.link}
                aria-label={words.profile.openDocument(name)}
                onClick={() => onOpen(documentId)}
              >
                {name}
              </UnstyledButton>
            ) : (
              <span>
                {name} <Tag tone="care">{words.profile.unfinished}</Tag>
              </span>
            )}
            <span className={lines.quiet}>
              {[addedBy, instant(addedAt, settings.business.timeZone), bytes && size.format(Math.ceil(bytes / 1000))]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
