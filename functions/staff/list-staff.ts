import type { Handler } from '../http/request.ts';
import { staffView } from '../views/person-view.ts';

export const listStaff: Handler<'staff', 'listStaff'> = async (request) => {
  const { staff } = await request.reloadConfiguration();
  const present = staff.map(({ value }) => value).filter(({ state }) => state !== 'removed');
  return { items: present.map(staffView).sort((a, b) => a.name.localeCompare(b.name)) };
};
