import { Alert, Button } from '@mantine/core';
import { GitMerge } from 'lucide-react';
import type { PlanVersion } from '../../../shared/domain/plan.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import page from '../parts/Page.module.css';
import { useIntoView } from '../parts/use-into-view.ts';
import { planSentences } from './plan-words.ts';

/** A colleague's version that came meanwhile, in plain words, and the offer to go on from it. */
export function NewerVersion({ newer, onLoad }: { newer: PlanVersion; onLoad: () => void }) {
  const { settings } = useDesk();
  const speech = useSpeech();
  const alert = useIntoView<HTMLDivElement>(newer);
  const words = speech.words.plans;
  const { nameOf } = useCreditWords(settings.services);
  return (
    <Alert ref={alert} color="orange" icon={<GitMerge size={18} aria-hidden />} role="alert">
      {words.newerVersion(newer.version)}
      <ul className={page.list}>
        {planSentences(newer, nameOf, speech, settings.business.tax).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={onLoad}>
        {words.loadNewest}
      </Button>
    </Alert>
  );
}
