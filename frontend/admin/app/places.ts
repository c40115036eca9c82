import { CalendarHeart, CircleAlert, type LucideIcon, Settings, Users, UsersRound } from 'lucide-react';
import type { Permission } from '../../../shared/domain/permission.ts';
import type { Wording } from '../wording/wording.ts';

interface Place {
  readonly name: keyof Pick<Wording['shell'], 'contacts' | 'pastDue' | 'plans' | 'team' | 'settings'>;
  readonly href: string;
  readonly permission: Permission;
  readonly icon: LucideIcon;
}

/** Where one can go, in the order of how often one does. */
export const places: readonly Place[] = [
  { name: 'contacts', href: '/contacts', permission: 'clients.read', icon: Users },
  { name: 'pastDue', href: '/past-due', permission: 'billing.read', icon: CircleAlert },
  { name: 'plans', href: '/plans', permission: 'plans.manage', icon: CalendarHeart },
  { name: 'team', href: '/team', permission: 'staff.manage', icon: UsersRound },
  { name: 'settings', href: '/settings', permission: 'business.manage', icon: Settings },
];
