import { Button, Group, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { PlanVersion } from '../../../shared/domain/plan.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import { Failure } from '../parts/Failure.tsx';
import page from '../parts/Page.module.css';
import { Tag } from '../parts/Tag.tsx';
import { planSentences } from './plan-words.ts';
import { useOffer } from './use-offer.ts';

interface PlanCardProps {
  readonly plan: PlanVersion;
  readonly earlier: readonly PlanVersion[];
  readonly onNewVersion: () => void;
  readonly onWithdraw: () => void;
}

/** A plan as members read it, with the versions that people may still be on. */
export function PlanCard({ plan, earlier, onNewVersion, onWithdraw }: PlanCardProps) {
  const { settings } = useDesk();
  const speech = useSpeech();
  const words = speech.words.plans;
  const { nameOf } = useCreditWords(settings.services);
  const offer = useOffer();
  const [price, ...rest] = planSentences(plan, nameOf, speech, settings.business.tax);
  return (
    <li className={page.card}>
      <div className={page.row}>
        <Title order={2} size="h5">
          {plan.name}
        </Title>
        <Tag tone={plan.offered ? 'good' : 'quiet'}>{plan.offered ? words.offered : words.notOffered}</Tag>
      </div>
      <div>
        <strong>{price}</strong>
        <div className={page.quiet}>
          {plan.tier} · {words.versionOf(plan.version)}
        </div>
      </div>
      <ul className={page.list}>
        {rest.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className={page.quiet}>
          <summary>{words.earlier(earlier.length)}</summary>
          <ul className={page.list}>
            {earlier.map((version) => (
              <li key={version.version}>
                {words.versionOf(version.version)}:{' '}
                {planSentences(version, nameOf, speech, settings.business.tax).slice(0, -1).join(' · ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Failure error={offer.error} />
      <Group gap="xs">
        <Button size="compact-sm" variant="default" aria-label={words.newVersionOf(plan.name)} onClick={onNewVersion}>
          {words.newVersion}
        </Button>
        {earlier.length > 0 && (
          <Button
            component={Link}
            href={`/plans/${plan.planId}/members`}
            size="compact-sm"
            variant="default"
            aria-label={speech.words.migration.openOf(plan.name)}
          >
            {speech.words.migration.open}
          </Button>
        )}
        {plan.offered ? (
          <Button size="compact-sm" variant="subtle" aria-label={words.withdrawOf(plan.name)} onClick={onWithdraw}>
            {words.withdraw}
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={words.offerAgainOf(plan.name)}
            loading={offer.busy}
            onClick={() => void offer.set(plan, true)}
          >
            {words.offerAgain}
          </Button>
        )}
      </Group>
    </li>
  );
}
