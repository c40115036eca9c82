import type { MailedTo } from '../../shared/contract/views.ts';
import type { Permission } from '../../shared/domain/permission.ts';

/** Where a mail goes, for a colleague who may see the address; mails can be asked for without that (001-069). */
export const mailedTo = ({ may }: { may(permission: Permission): boolean }, to: string): MailedTo =>
  may('clients.contact') ? { to } : {};
