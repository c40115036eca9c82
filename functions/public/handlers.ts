import type { Handlers } from '../http/request.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { acceptStaffInvitation } from './accept-staff-invitation.ts';
import { completeCheckout } from './complete-checkout.ts';
import { endSession } from './end-session.ts';
import { endStaffSession } from './end-staff-session.ts';
import { getBusiness } from './get-business.ts';
import { getManifest } from './get-manifest.ts';
import { inspectLink } from './inspect-link.ts';
import { listPlans } from './list-plans.ts';
import { openSession } from './open-session.ts';
import { openStaffSession } from './open-staff-session.ts';
import { previewEnrolment } from './preview-enrolment.ts';
import { refreshSession } from './refresh-session.ts';
import { refreshStaffSession } from './refresh-staff-session.ts';
import { renewLink } from './renew-link.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resetPassword } from './reset-password.ts';
import { startEnrolment } from './start-enrolment.ts';
import { startLinkCheckout } from './start-link-checkout.ts';
import { unsubscribe } from './unsubscribe.ts';

export const publicHandlers = {
  getBusiness,
  listPlans,
  getManifest,
  openSession,
  refreshSession,
  endSession,
  openStaffSession,
  refreshStaffSession,
  endStaffSession,
  inspectLink,
  renewLink,
  acceptInvitation,
  acceptStaffInvitation,
  requestPasswordReset,
  resetPassword,
  completeCheckout,
  previewEnrolment,
  startEnrolment,
  startLinkCheckout,
  unsubscribe,
} satisfies Handlers<'public'>;
