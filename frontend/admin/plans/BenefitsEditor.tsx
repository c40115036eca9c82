import { ActionIcon, Button, Checkbox, Group, Input, NativeSelect, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { type Benefit, isCounted } from '../../../shared/domain/plan.ts';
import type { Interval } from '../../../shared/domain/time.ts';
import { amountForTyping } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { readWhole } from '../credits/units.ts';
import page from '../parts/Page.module.css';
import styles from './BenefitsEditor.module.css';
import { type BenefitDraft, emptyBenefit, readGiven } from './plan-draft.ts';
import type { PlanPart } from './plan-part.ts';
import { RolloverFields } from './RolloverFields.tsx';

const kinds = ['visits', 'allowance', 'discount', 'unlimited'] as const satisfies readonly Benefit['kind'][];
const most = 12;

/** What each period gives: benefits of four kinds (001-018). */
export function BenefitsEditor({ part: { draft, problems, change } }: { part: PlanPart }) {
  const words = useSpeech().words.plans;
  const { benefits } = draft;
  const put = (key: string, next: BenefitDraft) =>
    change({ benefits: benefits.map((benefit) => (benefit.key === key ? next : benefit)) });
  return (
    <fieldset
      className={styles.benefits}
      data-problem={(problems.has('benefits') && benefits.length === 0) || undefined}
    >
      <legend>{words.benefits}</legend>
      {benefits.map((benefit, place) => (
        <BenefitFields
          key={benefit.key}
          benefit={benefit}
          position={place + 1}
          checked={problems.has('benefits')}
          interval={{ unit: draft.unit, count: readWhole(draft.count, 1, 24) ?? 1 }}
          onChange={(next) => put(benefit.key, next)}
          onRemove={() => change({ benefits: benefits.filter(({ key }) => key !== benefit.key) })}
        />
      ))}
      {problems.has('benefits') && benefits.length === 0 && <Input.Error>{words.atLeastOneBenefit}</Input.Error>}
      {benefits.length < most && (
        <Button
          size="compact-sm"
          variant="default"
          className={styles.add}
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => change({ benefits: [...benefits, emptyBenefit(benefits)] })}
        >
          {words.addBenefit}
        </Button>
      )}
    </fieldset>
  );
}

interface BenefitFieldsProps {
  readonly benefit: BenefitDraft;
  readonly position: number;
  readonly checked: boolean;
  readonly interval: Interval;
  readonly onChange: (benefit: BenefitDraft) => void;
  readonly onRemove: () => void;
}

function BenefitFields({ benefit, position, checked, interval, onChange, onRemove }: BenefitFieldsProps) {
  const { settings } = useDesk();
  const { words, locale } = useSpeech();
  const w = words.plans;
  const { currency } = settings.business;
  const { kind, serviceIds } = benefit;
  const anyService = { ...benefit, serviceIds: serviceIds.length === 0 ? ['any'] : serviceIds };
  const given = readGiven(anyService, currency);
  const valueWrong = checked && given === undefined;
  const serviceMissing = checked && kind !== 'discount' && serviceIds.length === 0;
  const valueLabel = { visits: w.howMany, allowance: `${w.value} (${currency})`, discount: w.percent, unlimited: '' };
  // What is archived stays choosable where it is chosen already, so that a new version does not lose it.
  const services = settings.services.filter(({ archived, serviceId }) => !archived || serviceIds.includes(serviceId));

  return (
    <fieldset aria-label={w.benefit(position)} className={styles.benefit}>
      <div className={page.fields}>
        <NativeSelect
          label={w.benefitKind}
          value={kind}
          onChange={({ currentTarget }) =>
            onChange({ ...benefit, kind: kinds.find((value) => value === currentTarget.value) ?? 'visits' })
          }
          data={kinds.map((value) => ({ value, label: w.benefitKinds[value] }))}
        />
        {kind !== 'unlimited' && (
          <TextInput
            label={valueLabel[kind]}
            required
            inputMode={kind === 'allowance' ? 'decimal' : 'numeric'}
            autoComplete="off"
            value={benefit.value}
            error={
              valueWrong &&
              (kind === 'allowance'
                ? words.common.amountWrong(amountForTyping({ amount: 5000, currency }, locale))
                : words.common.numberBetween(1, 100))
            }
            onChange={({ currentTarget }) => onChange({ ...benefit, value: currentTarget.value })}
          />
        )}
      </div>
      <Checkbox.Group
        label={kind === 'discount' ? w.discountServices : w.services}
        data-problem={serviceMissing || undefined}
        value={[...serviceIds]}
        error={serviceMissing && words.credits.chooseService}
        onChange={(next) => onChange({ ...benefit, serviceIds: next })}
      >
        <Group my={6} gap="md">
          {services.map(({ serviceId, name }) => (
            <Checkbox key={serviceId} value={serviceId} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
      {(kind === 'visits' || kind === 'allowance') && (
        <RolloverFields
          draft={benefit.rollover}
          benefit={given && isCounted(given) ? given : undefined}
          kind={kind}
          interval={interval}
          checked={checked}
          onChange={(rollover) => onChange({ ...benefit, rollover })}
        />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={styles.remove}
        aria-label={w.removeBenefit(position)}
        onClick={onRemove}
      >
        <Trash2 size={16} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
}
