import { Button, FileButton, Input, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '../../../shared/contract/handlers.ts';
import type { staffOperations } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { usePage } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { uploadFile } from '../effects/upload.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import styles from './Looks.module.css';
import { checkLogo, logoProblemWords, logoTypes } from './logo-image.ts';

type Saved = ReplyOf<(typeof staffOperations)['removeLogo']>;

/** The logo is saved as soon as it is chosen; the API looks at its bytes first. */
export function Logo() {
  const { client, settings, setSettings } = useDesk();
  const { speech, changeBusiness } = usePage();
  const words = speech.words.settings;
  const notify = useNotify();
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<string>();
  const removing = useSend(() => client.removeLogo({}));
  const { name, brand } = settings.business;
  const setting = useSend(async ({ file, contentType }: { file: File; contentType: (typeof logoTypes)[number] }) => {
    const { uploadId, form } = await client.createLogoUpload({ body: { contentType } });
    await uploadFile(form, file, setShare);
    return client.setLogo({ body: { uploadId } });
  });

  async function choose(file: File | null) {
    if (!file) return;
    setting.clear();
    removing.clear();
    const checked = await checkLogo(file);
    if ('problem' in checked) return setProblem(logoProblemWords(checked, words));
    setProblem(undefined);
    setShare(0);
    take(await setting.send({ file, contentType: checked.contentType }), words.logoSaved);
  }
  async function remove() {
    setProblem(undefined);
    take(await removing.send({}), words.logoRemoved);
  }
  function take(saved: Saved | undefined, done: string) {
    if (!saved) return;
    setSettings((now) => ({ ...now, ...saved }));
    changeBusiness({ brand: saved.business.brand });
    notify({ text: done });
  }

  return (
    <Input.Wrapper label={words.logo} description={words.logoHint} labelElement="div" error={problem}>
      <div className={styles.logo}>
        {brand.logo ? (
          <img src={`/media/${brand.logo}`} alt={words.logoAlt(name)} className={styles.image} />
        ) : (
          <Text size="sm" c="dimmed">
            {words.noLogo}
          </Text>
        )}
        <FileButton onChange={(file) => void choose(file)} accept={logoTypes.join(',')} disabled={setting.busy}>
          {(props) => (
            <Button {...props} size="compact-md" variant="default" loading={setting.busy}>
              {words.chooseLogo}
            </Button>
          )}
        </FileButton>
        {brand.logo && (
          <Button size="compact-md" variant="subtle" loading={removing.busy} onClick={() => void remove()}>
            {words.removeLogo}
          </Button>
        )}
      </div>
      {setting.busy && <Progress mt="xs" value={share * 100} aria-label={words.uploading} />}
      <Failure error={setting.error ?? removing.error} />
    </Input.Wrapper>
  );
}
