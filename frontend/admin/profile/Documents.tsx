import { Button, FileButton, Progress, Text } from '@mantine/core';
import { FileText, Plus } from 'lucide-react';
import { useState } from 'react';
import { longestDocument } from '../../../shared/domain/document.ts';
import { errorWords } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { usePages } from '../effects/pages.ts';
import { useSend } from '../effects/send.ts';
import { uploadFile } from '../effects/upload.ts';
import { Failure } from '../parts/Failure.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { More } from '../parts/More.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { Section } from '../parts/Section.tsx';
import { DocumentList } from './DocumentList.tsx';

const longestName = 120;

/** PDFs on the profile (002-024): the bytes go straight to the storage, the API looks at them before they count. */
export function Documents({ memberId }: { memberId: string }) {
  const { client, may } = useDesk();
  const { words, language } = useSpeech();
  const notify = useNotify();
  const [share, setShare] = useState(0);
  const [name, setName] = useState<string>();
  const pages = usePages(
    (cursor) => client.listDocuments({ path: { memberId }, query: cursor === undefined ? {} : { cursor } }),
    [client, memberId],
  );
  const adding = useSend(async (file: File, idempotencyKey) => {
    // A document is called by its name; the download gets its ending back.
    const body = { name: file.name.replace(/\.pdf$/i, '').slice(0, longestName) };
    const { documentId, form } = await client.createDocumentUpload({ path: { memberId }, body, idempotencyKey });
    await uploadFile(form, file, setShare);
    return client.confirmDocument({ path: { memberId, documentId }, body: {} });
  });

  async function add(file: File | null) {
    if (!file) return;
    const problem =
      file.type !== 'application/pdf'
        ? words.profile.notPdf
        : file.size > longestDocument
          ? words.profile.tooBig
          : undefined;
    if (problem !== undefined) return notify({ text: problem, tone: 'bad' });
    setShare(0);
    setName(file.name);
    const added = await adding.send(file);
    setName(undefined);
    if (!added) return;
    notify({ text: words.profile.documentAdded(added.name) });
    pages.replace((now) => ({ ...now, items: [added, ...now.items] }));
  }

  function open(documentId: string) {
    client.openDocument({ path: { memberId, documentId } }).then(
      // The address answers with a download: this page stays.
      ({ url }) => location.assign(url),
      (error: unknown) => notify({ text: errorWords(error, language), tone: 'bad' }),
    );
  }

  return (
    <Section
      title={words.profile.documents}
      aside={
        may('documents.write') && (
          <FileButton onChange={(file) => void add(file)} accept="application/pdf" disabled={adding.busy}>
            {(props) => (
              <Button {...props} size="compact-sm" variant="subtle" leftSection={<Plus size={14} aria-hidden />}>
                {words.profile.addDocument}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      {name !== undefined && (
        <div>
          <Text size="sm" mb={6}>
            <FileText size={14} aria-hidden /> {words.profile.uploading(name)}
          </Text>
          <Progress value={share * 100} aria-label={words.profile.uploading(name)} />
        </div>
      )}
      <Failure error={adding.error} />
      <Loaded from={pages} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {words.profile.noDocuments} {words.profile.documentHint}
            </Text>
          ) : (
            <DocumentList documents={items} onOpen={open} />
          )
        }
      </Loaded>
      <More pages={pages} />
    </Section>
  );
}
