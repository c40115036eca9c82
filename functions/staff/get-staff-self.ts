import { permissionsOf } from '../../shared/domain/permission.ts';
import type { Handler } from '../http/request.ts';
import { staffView } from '../views/person-view.ts';

export const getStaffSelf: Handler<'staff', 'getStaffSelf'> = async ({ staff }) => ({
  ...staffView(staff),
  permissions: [...permissionsOf[staff.role]],
});
