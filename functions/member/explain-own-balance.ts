import type { Handler } from '../http/request.ts';
import { statementViews } from '../views/statement-view.ts';

export const explainOwnBalance: Handler<'member', 'explainOwnBalance'> = async (request) => {
  const { slug, today, instance, member, configuration } = request;
  return { today, statements: await statementViews(instance.table, slug, member, today, configuration) };
};
