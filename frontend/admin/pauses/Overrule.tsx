import { Alert, Checkbox, Stack } from '@mantine/core';
import { Hand } from 'lucide-react';
import { errorWords } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';

interface OverruleProps {
  /** The refusal that named the limit. */
  readonly limit: unknown;
  readonly overruled: boolean;
  readonly onOverrule: (overruled: boolean) => void;
}

/** A limit of the business: who may allow more, and allowing it (rule P5). */
export function Overrule({ limit, overruled, onOverrule }: OverruleProps) {
  const { may } = useDesk();
  const { words, language } = useSpeech();
  return (
    <Alert color="orange" icon={<Hand size={18} aria-hidden />} role="alert">
      <Stack gap="xs">
        <span>{errorWords(limit, language)}</span>
        {may('memberships.override') ? (
          <Checkbox
            label={words.pauses.overrule}
            checked={overruled}
            onChange={({ currentTarget }) => onOverrule(currentTarget.checked)}
          />
        ) : (
          <span>{words.pauses.whoOverrules}</span>
        )}
      </Stack>
    </Alert>
  );
}
