import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { isMigrating } from '../../../shared/domain/migration.ts';
import { useDesk } from '../app/desk.ts';
import { NotFound } from '../app/NotFound.tsx';
import { useWords } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import { useLoad } from '../effects/load.ts';
import { Empty } from '../parts/Empty.tsx';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import page from '../parts/Page.module.css';
import { latestVersions, type PlanHistory } from '../plans/latest.ts';
import { MigrationForm } from './MigrationForm.tsx';
import { MigrationStanding } from './MigrationStanding.tsx';

/** Moving a plan's members to its newest version: shown before, done in the background, called off until it is billed (rule PC2). */
export default function MigrationPage({ planId }: { readonly planId: string }) {
  const { settings } = useDesk();
  const plan = latestVersions(settings.plans).find(({ newest }) => newest.planId === planId);
  return plan === undefined ? <NotFound /> : <Migration plan={plan} />;
}

function Migration({ plan }: { readonly plan: PlanHistory }) {
  const { client } = useDesk();
  /** Somebody looks once more for those who were left out. */
  const [again, setAgain] = useState(false);
  const w = useWords().migration;
  const { planId, name, version } = plan.newest;
  const title = w.title(name);
  useTitle(title);
  const loading = useLoad(() => client.getMigration({ path: { planId } }), [client, planId]);
  const put = (migration: Parameters<typeof MigrationStanding>[0]['migration']) =>
    loading.replace((now) => ({ ...now, migration }));
  const started = (migration: Parameters<typeof put>[0]) => {
    setAgain(false);
    put(migration);
  };
  return (
    <>
      <div className={page.head}>
        <Title order={1} size="h3">
          {title}
        </Title>
        <Link href="/plans" className={lines.link}>
          {w.toPlans}
        </Link>
      </div>
      <Loaded from={loading} lines={5}>
        {({ migration, today, earliest, impossible }) => (
          <div className={page.sections}>
            {impossible !== undefined && (
              <Empty title={w.impossible[impossible].title} text={w.impossible[impossible].text} />
            )}
            {migration && (
              <MigrationStanding
                planId={planId}
                migration={migration}
                today={today}
                onChanged={put}
                onTime={loading.reload}
              />
            )}
            {earliest !== undefined &&
              (migration === undefined || !isMigrating(migration)) &&
              (migration?.mayUndo && !again ? (
                <div className={page.stack}>
                  <Text size="sm">{w.leadAgain(version)}</Text>
                  <Group>
                    <Button variant="default" onClick={() => setAgain(true)}>
                      {w.again}
                    </Button>
                  </Group>
                </div>
              ) : (
                <>
                  {!again && <Text size="sm">{w.lead(version)}</Text>}
                  <MigrationForm plan={plan} today={today} earliest={earliest} onStarted={started} />
                </>
              ))}
          </div>
        )}
      </Loaded>
    </>
  );
}
