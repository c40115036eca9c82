import type { Handlers } from '../http/request.ts';
import { getDashboard } from './get-dashboard.ts';
import { listOwnCreditEntries } from './list-own-credit-entries.ts';

export const memberHandlers = { getDashboard, listOwnCreditEntries } satisfies Handlers<'member'>;
