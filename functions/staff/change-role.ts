import type { Handler } from '../http/request.ts';
import { changeStaff } from './change-staff.ts';

export const changeRole: Handler<'staff', 'changeRole'> = async (request) =>
  request.change(() =>
    changeStaff(request, request.path.staffId, 'staff.changed', (before) => ({ ...before, role: request.body.role })),
  );
