import type { Words } from '../catalogue.ts';
import { access } from './access.ts';
import { agreement } from './agreement.ts';
import { benefits } from './benefits.ts';
import { billing } from './billing.ts';
import { cancellation } from './cancellation.ts';
import { checkout } from './checkout.ts';
import { estimates } from './estimates.ts';
import { forecast } from './forecast.ts';
import { invoices } from './invoices.ts';
import { newVersion } from './new-version.ts';
import { page } from './page.ts';
import { pauses } from './pauses.ts';
import { planChange } from './plan-change.ts';
import { plans } from './plans.ts';
import { questions } from './questions.ts';
import { sharing } from './sharing.ts';
import { standing } from './standing.ts';
import { statement } from './statement.ts';
import { terms } from './terms.ts';

export const de: Words = {
  access,
  agreement,
  benefits,
  billing,
  cancellation,
  checkout,
  forecast,
  estimates,
  invoices,
  newVersion,
  page,
  pauses,
  planChange,
  plans,
  questions,
  sharing,
  standing,
  statement,
  terms,
};
