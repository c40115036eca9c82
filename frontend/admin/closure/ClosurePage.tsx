import { Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import { useLoad } from '../effects/load.ts';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import page from '../parts/Page.module.css';
import { ClosureForm } from './ClosureForm.tsx';
import { ClosureStanding } from './ClosureStanding.tsx';

/** Closing the whole salon: shown before, done in the background, taken back until it begins (rule P10). */
export default function ClosurePage() {
  const { client } = useDesk();
  const w = useWords().closure;
  useTitle(w.title);
  const loading = useLoad(() => client.getClosure({}), [client]);
  const put = (closure: Parameters<typeof ClosureStanding>[0]['closure']) =>
    loading.replace((now) => ({ ...now, closure }));
  return (
    <>
      <div className={page.head}>
        <Title order={1} size="h3">
          {w.title}
        </Title>
        <Link href="/settings" className={lines.link}>
          {w.toSettings}
        </Link>
      </div>
      <Loaded from={loading} lines={5}>
        {({ closure, today }) => (
          <div className={page.sections}>
            {closure && <ClosureStanding closure={closure} onChanged={put} onTime={loading.reload} />}
            {(closure === undefined || closure.isOver) && (
              <>
                <Text size="sm">{w.lead}</Text>
                <ClosureForm today={today} onPlanned={put} />
              </>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}
