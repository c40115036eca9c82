import { payingInstance } from '../jobs/billing-world.ts';
import { memberHandlers } from '../member/handlers.ts';
import { entry } from './entry.ts';

export const handler = entry('member', memberHandlers, payingInstance());
