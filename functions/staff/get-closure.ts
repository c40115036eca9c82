import type { Handler } from '../http/request.ts';
import { readClosure } from '../store/closure-row.ts';
import { closureView } from '../views/closure-view.ts';

export const getClosure: Handler<'staff', 'getClosure'> = async ({ instance, slug, configuration, today }) => {
  const stored = await readClosure(instance.table, slug);
  if (stored === undefined) return { today };
  return { closure: await closureView(instance.table, configuration, stored.value, today), today };
};
