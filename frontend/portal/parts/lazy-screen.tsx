import type { ComponentChildren } from 'preact';
import { usePortal } from '../portal-context.ts';
import { useLoad } from '../state/use-load.ts';
import { Failed } from './failed.tsx';
import { Screen } from './screen.tsx';
import { Skeleton } from './skeleton.tsx';

/** A screen whose code comes only when it is opened: most visits show the membership and nothing else. */
export function LazyScreen<Code>(props: {
  name: string;
  load: () => Promise<Code>;
  children: (code: Code) => ComponentChildren;
}) {
  const { page } = usePortal().tongue.words;
  const [code] = useLoad(props.load, props.name);
  if (code.kind === 'loading') return <Skeleton />;
  if (code.kind === 'ready') return <>{props.children(code.value)}</>;
  return (
    <Screen title={page.somethingWrong} kind="narrow">
      {/* A browser does not ask twice for code that did not come, and after an update it lies elsewhere. */}
      <Failed error={code.error} again={() => location.reload()} />
    </Screen>
  );
}
