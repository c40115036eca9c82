import type { BodyOf } from '../../shared/contract/handlers.ts';
import type { OperationsOf } from '../../shared/contract/operations.ts';
import type { PauseChange } from '../../shared/domain/pause.ts';
import type { Permission } from '../../shared/domain/permission.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { AskedPause } from '../billing/pause-membership.ts';

interface Asker {
  may(permission: Permission): boolean;
}

/** Going beyond the business's limits takes somebody who may overrule them (rule P5). Refuses `not_permitted`. */
function overruling(request: Asker, beyondLimits = false): boolean {
  refuseUnless(!beyondLimits || request.may('memberships.override'), 'not_permitted');
  return beyondLimits;
}

/** What a colleague asks for. Refuses `not_permitted`. */
export function askedPause(
  request: Asker & { readonly body: BodyOf<OperationsOf<'staff'>['pauseMembership']> },
): AskedPause {
  const { start, end, dates, benefits, beyondLimits, reason } = request.body;
  return {
    start,
    lastDay: end.kind === 'last_day' ? end.lastDay : undefined,
    ...(dates === undefined ? {} : { dates }),
    ...(benefits === undefined ? {} : { benefits }),
    by: 'staff',
    beyondLimits: overruling(request, beyondLimits),
    reason,
  };
}

/** What a colleague changes. Refuses `not_permitted`. */
export function askedChange(
  request: Asker & { readonly body: BodyOf<OperationsOf<'staff'>['changePause']> },
): PauseChange {
  const { end, reason } = request.body;
  const beyondLimits = overruling(request, request.body.beyondLimits);
  if (end.kind === 'resume') return { kind: 'resume' };
  return { kind: 'last_day', lastDay: end.kind === 'last_day' ? end.lastDay : undefined, beyondLimits, reason };
}
