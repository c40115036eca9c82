import type { Words } from '../catalogue.ts';
import { access } from './access.ts';
import { benefits } from './benefits.ts';
import { invoices } from './invoices.ts';
import { page } from './page.ts';
import { plans } from './plans.ts';
import { standing } from './standing.ts';

export const de: Words = { access, benefits, invoices, page, plans, standing };
