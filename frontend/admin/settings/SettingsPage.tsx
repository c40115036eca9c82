import { Alert, Button, Group, Title } from '@mantine/core';
import { GitMerge } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { CallOf } from '../../../shared/contract/client.ts';
import type { staffOperations } from '../../../shared/contract/staff-operations.ts';
import { isRefusal } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { usePage } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import { mergeEdit } from '../effects/merge-edit.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { focusFirstProblem } from '../parts/first-problem.ts';
import { useNotify } from '../parts/Notices.tsx';
import page from '../parts/Page.module.css';
import { useHolder } from '../parts/unsaved.ts';
import { AnswerFields } from './AnswerFields.tsx';
import { ClosureLink } from './ClosureLink.tsx';
import { BusinessFields, ContactFields, PolicyFields } from './Fields.tsx';
import { HandLimitFields } from './HandLimitFields.tsx';
import { Looks } from './Looks.tsx';
import { MemberSwitches } from './MemberSwitches.tsx';
import { PauseFields } from './PauseFields.tsx';
import { PaymentFields } from './PaymentFields.tsx';
import { Places } from './Places.tsx';
import { draftOf, readSettings, type SettingsDraft, type SettingsProblems, withoutFields } from './settings-draft.ts';
import type { SettingsPart } from './settings-part.ts';

type Body = CallOf<(typeof staffOperations)['updateBusiness']>['body'];

/** The owner's settings: one form, saved as a whole; places and the logo are saved by themselves. */
export default function SettingsPage() {
  const { client, settings, setSettings } = useDesk();
  const { speech, changeBusiness } = usePage();
  const { words } = speech;
  useTitle(words.settings.title);
  const notify = useNotify();
  const [opened, setOpened] = useState(() => draftOf(settings.business));
  const [draft, setDraft] = useState(opened);
  const [problems, setProblems] = useState<SettingsProblems>({});
  const [conflict, setConflict] = useState(false);
  useHolder(JSON.stringify(draft) !== JSON.stringify(opened));
  const saving = useSend(async (body: Body) => {
    try {
      return await client.updateBusiness({ body });
    } catch (error) {
      if (!isRefusal(error, 'conflicting_change')) throw error;
      const newest = await client.getSettings({});
      setSettings(() => newest);
      const theirs = draftOf(newest.business);
      const merged = mergeEdit(opened, draft, theirs);
      setOpened(theirs);
      setDraft(merged.fields);
      // Plans and services share the version: when nobody else touched these fields, there is nothing to ask.
      if (JSON.stringify(theirs) === JSON.stringify(opened)) {
        return client.updateBusiness({ body: { ...body, version: newest.version } });
      }
      setConflict(true);
      return undefined;
    }
  });

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const read = readSettings(draft, settings.business.currency, words);
    setProblems(read.problems);
    focusFirstProblem(form);
    if (!read.change) return;
    const saved = await saving.send({ version: settings.version, ...read.change });
    if (!saved) return;
    const { name, locale, brand, contact } = saved.business;
    setConflict(false);
    setOpened(draftOf(saved.business));
    setDraft((now) => (now === draft ? draftOf(saved.business) : now));
    setSettings((now) => ({ ...now, ...saved }));
    changeBusiness({ name, locale, brand, contact });
    notify({ text: words.settings.saved });
  }

  function change(fields: Partial<SettingsDraft>) {
    setDraft((now) => ({ ...now, ...fields }));
    // What is being corrected is judged again with the next save.
    setProblems((now) => withoutFields(now, fields));
  }
  const part: SettingsPart = { draft, problems, change };
  return (
    <>
      <div className={page.head}>
        <Title order={1} size="h3">
          {words.settings.title}
        </Title>
      </div>
      <div className={page.sections}>
        <form onSubmit={(event) => void save(event)} noValidate className={page.sections}>
          <BusinessFields part={part} />
          <ContactFields part={part} />
          <Looks part={part} />
          <PaymentFields part={part} />
          <PolicyFields part={part} />
          <HandLimitFields part={part} />
          <MemberSwitches part={part} />
          <PauseFields part={part} />
          <AnswerFields part={part} />
          {conflict && (
            <Alert color="orange" icon={<GitMerge size={18} aria-hidden />} role="alert">
              {words.settings.conflict}
            </Alert>
          )}
          {Object.keys(problems).length > 0 && (
            <Alert color="red" role="alert">
              {words.common.checkFields}
            </Alert>
          )}
          <Failure error={saving.error} />
          <Group>
            <Button type="submit" loading={saving.busy}>
              {words.common.save}
            </Button>
          </Group>
        </form>
        <Places />
        <ClosureLink />
      </div>
    </>
  );
}
