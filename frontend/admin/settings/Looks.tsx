import { Alert, Button, Group, Textarea, TextInput } from '@mantine/core';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { isReadable, nearestReadable } from '../../../shared/domain/brand.ts';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import { bind } from './Fields.tsx';
import { Logo } from './Logo.tsx';
import styles from './Looks.module.css';
import { readColour, shownContrast } from './settings-draft.ts';
import type { SettingsPart } from './settings-part.ts';

/** Colour with its contrast and a live card, logo, and the words of the portal's first screen. */
export function Looks({ part }: { part: SettingsPart }) {
  const words = useSpeech().words.settings;
  const typed = part.draft.colour;
  const colour = readColour(typed);
  const problem = part.problems.colour ?? (colour === undefined && typed !== '' ? words.colourWrong : undefined);
  return (
    <Section title={words.looks}>
      <div className={page.stack}>
        <div className={page.fields}>
          <div className={page.stack}>
            <div className={styles.colour}>
              <input
                type="color"
                aria-label={words.colour}
                className={styles.picker}
                value={colour ?? '#000000'}
                onChange={({ currentTarget }) => part.change({ colour: currentTarget.value })}
              />
              <TextInput
                {...bind(part, 'colour', words.colour)}
                error={problem}
                maxLength={7}
                autoComplete="off"
                spellCheck={false}
              />
            </div>
            {colour && <Contrast colour={colour} onChoose={(value) => part.change({ colour: value })} />}
          </div>
          <figure className={styles.preview}>
            <figcaption>{words.preview}</figcaption>
            <div className={styles.card} style={{ backgroundColor: colour }}>
              <strong>{part.draft.name}</strong>
              <span>{part.draft.tagline}</span>
              <span className={styles.foot}>
                <span>{words.previewName}</span>
                <span>{words.previewPlan}</span>
              </span>
            </div>
          </figure>
        </div>
        <Logo />
        <TextInput {...bind(part, 'tagline', words.tagline)} maxLength={120} />
        <Textarea {...bind(part, 'welcome', words.welcome)} rows={3} maxLength={600} />
      </div>
    </Section>
  );
}

function Contrast({ colour, onChoose }: { colour: string; onChoose: (colour: string) => void }) {
  const { words, locale } = useSpeech();
  const w = words.settings;
  const ratio = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(shownContrast(colour));
  const readable = isReadable(colour);
  const better = nearestReadable(colour);
  return (
    <Alert
      color={readable ? 'green' : 'orange'}
      icon={readable ? <CircleCheck size={18} aria-hidden /> : <CircleAlert size={18} aria-hidden />}
      role="status"
    >
      {w.contrast(ratio)}: {readable ? w.readable : w.unreadable}
      {!readable && (
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => onChoose(better)}>
            <span className={styles.swatch} style={{ backgroundColor: better }} aria-hidden />
            {w.takeReadable(better)}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
