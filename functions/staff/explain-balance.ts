import type { Handler } from '../http/request.ts';
import { statementViews } from '../views/statement-view.ts';

export const explainBalance: Handler<'staff', 'explainBalance'> = async (request) => {
  const { slug, today, instance, configuration } = request;
  const member = await request.loadMember();
  return { today, statements: await statementViews(instance.table, slug, member, today, configuration) };
};
