import { Alert, Group, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import type { StaffEstimateView } from '../../../shared/contract/estimate-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { estimateInWords } from '../../../shared/wording/describe-estimate.ts';
import { useSpeech } from '../app/page.ts';
import { PaperSheet } from '../invoices/PaperSheet.tsx';
import { Tag } from '../parts/Tag.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { Facts } from '../profile/Facts.tsx';
import { EstimateActions } from './EstimateActions.tsx';
import type { Step } from './EstimateStep.tsx';
import { toneOfEstimate } from './estimate-tone.ts';

interface EstimateDetailsProps {
  readonly page: MemberPage;
  readonly estimate: StaffEstimateView;
  readonly onStep: (step: Step | 'revise') => void;
}

/** How an estimate stands and what comes next, the estimate as the client has it, and what they said to it. */
export function EstimateDetails({ page, estimate, onStep }: EstimateDetailsProps) {
  const { words, tongue, day, date } = useSpeech();
  const w = words.estimates;
  const inside = useRef<HTMLDivElement>(null);
  useKeptFocus(inside);
  const { state, taxChanged, answer, consent, sentBy, sentOn, validUntil } = estimate;
  const { hasEmail = false, undeliverable } = page.billing ?? {};
  const facts = [
    ...(consent === undefined ? [] : [[w.consent, consent] as const]),
    ...(answer?.reason === undefined ? [] : [[w.reason, answer.reason] as const]),
  ];
  return (
    <Stack gap="lg" ref={inside}>
      <Group gap="xs" role="status">
        <Tag tone={toneOfEstimate[state]}>{w.states[state]}</Tag>
        <Text size="sm">{w.next[state]({ until: date(validUntil), on: date(answer?.on ?? sentOn) })}</Text>
      </Group>
      {state === 'open' && !hasEmail && <Alert color="orange">{w.noAddress}</Alert>}
      {state === 'open' && undeliverable && <Alert color="orange">{words.payments.undeliverable[undeliverable]}</Alert>}
      {taxChanged && (state === 'open' || state === 'accepted') && <Alert color="orange">{w.taxChanged}</Alert>}
      <EstimateActions page={page} estimate={estimate} onStep={onStep} />
      <PaperSheet paper={estimateInWords(estimate, tongue)} />
      {facts.length > 0 && <Facts facts={facts} />}
      <Text size="sm" c="dimmed">
        {w.sentBy(sentBy, day(sentOn, page.today))}
      </Text>
    </Stack>
  );
}
