import type { ReactNode } from 'react';
import type { Loading } from '../effects/load.ts';
import { Failure } from './Failure.tsx';
import { Waiting } from './Waiting.tsx';

interface LoadedProps<T> {
  readonly from: Loading<T>;
  readonly lines?: number;
  readonly children: (value: T) => ReactNode;
}

/** Shows a value once it is there: its outline before, a reason and a way on when it does not come. */
export function Loaded<T>({ from, lines = 3, children }: LoadedProps<T>) {
  const { load } = from;
  if (load.state === 'loading') return <Waiting lines={lines} />;
  if (load.state === 'failed') return <Failure error={load.error} retry={from.reload} />;
  return children(load.value);
}
