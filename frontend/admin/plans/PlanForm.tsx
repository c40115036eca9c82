import { Alert, Textarea, TextInput } from '@mantine/core';
import { Info } from 'lucide-react';
import { useState } from 'react';
import type { PlanVersion } from '../../../shared/domain/plan.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import page from '../parts/Page.module.css';
import { BenefitsEditor } from './BenefitsEditor.tsx';
import { BillingFields } from './BillingFields.tsx';
import { MoreTerms } from './MoreTerms.tsx';
import { NewerVersion } from './NewerVersion.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { draftOf, emptyPlan, readPlan } from './plan-draft.ts';
import type { PlanPart } from './plan-part.ts';
import { usePublishing } from './use-publishing.ts';
import { VisitAllowance } from './VisitAllowance.tsx';

interface PlanFormProps {
  /** The version that the new one follows; absent for a new plan. */
  readonly previous: PlanVersion | undefined;
  readonly onClose: () => void;
}

/** All terms of a plan, read back in plain words while they are typed, published only when they are whole (001-025). */
export function PlanForm({ previous, onClose }: PlanFormProps) {
  const { settings } = useDesk();
  const { words, locale } = useSpeech();
  const notify = useNotify();
  const [draft, setDraft] = useState(() => (previous ? draftOf(previous, locale) : emptyPlan()));
  const [checked, setChecked] = useState(false);
  const read = readPlan(draft, settings.business.currency);
  const publishing = usePublishing(previous);
  const { base, newer } = publishing;
  const unchanged = base !== undefined && JSON.stringify(draft) === JSON.stringify(draftOf(base, locale));

  async function publish() {
    setChecked(true);
    if (!read.terms) return;
    const published = await publishing.publish(read.terms);
    if (!published) return;
    notify({ text: words.plans.published(published.name) });
    onClose();
  }
  function loadNewest(theirs: PlanVersion) {
    setDraft(draftOf(theirs, locale));
    setChecked(false);
    publishing.dismissNewer();
  }

  const part: PlanPart = {
    draft,
    problems: checked ? read.problems : new Set(),
    change: (change) => setDraft((now) => ({ ...now, ...change })),
  };
  const text = (name: 'name' | 'tier') => ({
    label: words.plans[name],
    required: true,
    autoComplete: 'off',
    value: draft[name],
    error: part.problems.has(name) && words.common.required,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => part.change({ [name]: currentTarget.value }),
  });

  return (
    <DialogForm
      onSubmit={() => void publish()}
      onCancel={onClose}
      submit={newer ? words.plans.publishOnTop : previous ? words.plans.publishVersion : words.plans.publish}
      busy={publishing.busy}
      error={publishing.error}
      disabled={unchanged}
      {...(unchanged ? { hint: words.plans.nothingChanged } : {})}
    >
      {previous && (
        <Alert color="plum" icon={<Info size={18} aria-hidden />} role="note">
          {words.plans.whoIsAffected}
        </Alert>
      )}
      <div className={page.fields}>
        <TextInput {...text('name')} maxLength={60} data-autofocus />
        <TextInput {...text('tier')} maxLength={40} description={words.plans.tierHint} />
      </div>
      <Textarea
        label={words.plans.description}
        description={words.plans.descriptionHint}
        rows={2}
        maxLength={600}
        value={draft.description}
        onChange={({ currentTarget }) => part.change({ description: currentTarget.value })}
      />
      <BillingFields part={part} />
      <BenefitsEditor part={part} />
      <VisitAllowance part={part} />
      <MoreTerms part={part} />
      <PlanPreview draft={draft} />
      {newer && <NewerVersion newer={newer} onLoad={() => loadNewest(newer)} />}
    </DialogForm>
  );
}
