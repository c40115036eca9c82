import { billingWorldOf } from '../billing/request-world.ts';
import { startEnrolment as start } from '../billing/start-enrolment.ts';
import type { Handler } from '../http/request.ts';

export const startEnrolment: Handler<'public', 'startEnrolment'> = async (request) => {
  const { consent, ...person } = request.body;
  const configuration = await request.reloadConfiguration();
  const joining = { ...person, termsVersion: consent.termsVersion };
  return { url: await start(billingWorldOf(request), configuration, joining, request) };
};
