import { Alert, Button } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { NoAnswerError } from '../../../shared/contract/client.ts';
import { errorWords } from '../../common/error-words.ts';
import { useSpeech } from '../app/page.ts';
import { useIntoView } from './use-into-view.ts';

interface FailureProps {
  readonly error: unknown;
  /** For something that could not be loaded. */
  readonly retry?: () => void;
  /** True for an effect: trying again after no answer is safe, and people should know. */
  readonly sent?: boolean;
}

/** Why something did not work, in words, announced; nothing when there is no error. */
export function Failure({ error, retry, sent }: FailureProps) {
  const { words, language } = useSpeech();
  const alert = useIntoView<HTMLDivElement>(sent ? error : undefined);
  if (error === undefined) return null;
  const text = sent && error instanceof NoAnswerError ? words.common.noAnswer : errorWords(error, language);
  return (
    <Alert ref={alert} color="red" variant="light" icon={<CircleAlert size={18} aria-hidden />} role="alert">
      {text}
      {retry && (
        <div>
          <Button mt="xs" size="compact-sm" variant="default" onClick={retry}>
            {words.common.retry}
          </Button>
        </div>
      )}
    </Alert>
  );
}
