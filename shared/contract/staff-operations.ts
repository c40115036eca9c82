import type { Operations } from './operation.ts';
import { billingOperations } from './staff/billing-operations.ts';
import { cancellationOperations } from './staff/cancellation-operations.ts';
import { catalogueOperations } from './staff/catalogue-operations.ts';
import { clientOperations } from './staff/client-operations.ts';
import { closureOperations } from './staff/closure-operations.ts';
import { creditOperations } from './staff/credit-operations.ts';
import { estimateOperations } from './staff/estimate-operations.ts';
import { ledgerOperations } from './staff/ledger-operations.ts';
import { migrationOperations } from './staff/migration-operations.ts';
import { pauseOperations } from './staff/pause-operations.ts';
import { planChangeOperations } from './staff/plan-change-operations.ts';
import { questionOperations } from './staff/question-operations.ts';
import { recordOperations } from './staff/record-operations.ts';
import { settingsOperations } from './staff/settings-operations.ts';
import { sharingOperations } from './staff/sharing-operations.ts';
import { teamOperations } from './staff/team-operations.ts';

export { FailedRefundLine, PastDueLine } from './staff/billing-operations.ts';
export { ContactLine, MemberPage } from './staff/client-operations.ts';
export { LedgerDayView } from './staff/ledger-operations.ts';

/** What a signed-in member of staff may ask; each names the permission a role must hold. */
export const staffOperations = {
  ...settingsOperations,
  ...catalogueOperations,
  ...teamOperations,
  ...clientOperations,
  ...creditOperations,
  ...sharingOperations,
  ...billingOperations,
  ...estimateOperations,
  ...cancellationOperations,
  ...pauseOperations,
  ...closureOperations,
  ...ledgerOperations,
  ...planChangeOperations,
  ...migrationOperations,
  ...recordOperations,
  ...questionOperations,
} as const satisfies Operations;
