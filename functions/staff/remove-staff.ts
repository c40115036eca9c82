import type { Handler } from '../http/request.ts';
import { changeStaff } from './change-staff.ts';

export const removeStaff: Handler<'staff', 'removeStaff'> = async (request) =>
  request.change(() =>
    changeStaff(request, request.path.staffId, 'staff.removed', (before) => ({ ...before, state: 'removed' })),
  );
