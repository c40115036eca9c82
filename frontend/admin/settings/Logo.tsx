import { Button, FileButton, Input, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../app/desk.ts';
import { usePage } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { uploadFile } from '../effects/upload.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import styles from './Looks.module.css';

const types = ['image/png', 'image/jpeg', 'image/webp'] as const;
const longestLogo = 512 * 1024;

/** The logo is saved as soon as it is chosen; the API looks at its bytes first. */
export function Logo() {
  const { client, settings, setSettings } = useDesk();
  const { speech, changeBusiness } = usePage();
  const words = speech.words.settings;
  const notify = useNotify();
  const [share, setShare] = useState(0);
  const { name, brand } = settings.business;
  const setting = useSend(async ({ file, contentType }: { file: File; contentType: (typeof types)[number] }) => {
    const { uploadId, form } = await client.createLogoUpload({ body: { contentType } });
    await uploadFile(form, file, setShare);
    return client.setLogo({ body: { uploadId } });
  });

  async function choose(file: File | null) {
    if (!file) return;
    const contentType = types.find((type) => type === file.type);
    if (!contentType) return notify({ text: words.logoWrongType, tone: 'bad' });
    if (file.size > longestLogo) return notify({ text: words.logoTooBig, tone: 'bad' });
    setShare(0);
    const saved = await setting.send({ file, contentType });
    if (!saved) return;
    setSettings((now) => ({ ...now, ...saved }));
    changeBusiness({ brand: saved.business.brand });
    notify({ text: words.logoSaved });
  }

  return (
    <Input.Wrapper label={words.logo} description={words.logoHint} labelElement="div">
      <div className={styles.logo}>
        {brand.logo ? (
          <img src={`/media/${brand.logo}`} alt={words.logoAlt(name)} className={styles.image} />
        ) : (
          <Text size="sm" c="dimmed">
            {words.noLogo}
          </Text>
        )}
        <FileButton onChange={(file) => void choose(file)} accept={types.join(',')} disabled={setting.busy}>
          {(props) => (
            <Button {...props} size="compact-md" variant="default" loading={setting.busy}>
              {words.chooseLogo}
            </Button>
          )}
        </FileButton>
      </div>
      {setting.busy && <Progress mt="xs" value={share * 100} aria-label={words.uploading} />}
      <Failure error={setting.error} />
    </Input.Wrapper>
  );
}
