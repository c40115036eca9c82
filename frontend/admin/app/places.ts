import {
  CalendarHeart,
  CircleAlert,
  FileText,
  type LucideIcon,
  MessageCircle,
  Settings,
  ShieldCheck,
  Users,
  UsersRound,
} from 'lucide-react';
import type { Permission } from '../../../shared/domain/permission.ts';
import type { Wording } from '../wording/wording.ts';
import type { CountedPlace } from './place-counts.ts';

interface Place {
  readonly name: keyof Pick<
    Wording['shell'],
    'contacts' | 'pastDue' | 'estimates' | 'questions' | 'plans' | 'team' | 'ledger' | 'settings'
  >;
  readonly href: string;
  readonly permission: Permission;
  readonly icon: LucideIcon;
  /** Says how much waits there. */
  readonly counted?: CountedPlace;
}

/** Where one can go, in the order of how often one does. */
export const places: readonly Place[] = [
  { name: 'contacts', href: '/contacts', permission: 'clients.read', icon: Users },
  { name: 'pastDue', href: '/past-due', permission: 'billing.read', icon: CircleAlert, counted: 'pastDue' },
  { name: 'estimates', href: '/estimates', permission: 'billing.read', icon: FileText, counted: 'estimates' },
  {
    name: 'questions',
    href: '/questions',
    permission: 'questions.answer',
    icon: MessageCircle,
    counted: 'questions',
  },
  { name: 'plans', href: '/plans', permission: 'plans.manage', icon: CalendarHeart },
  { name: 'team', href: '/team', permission: 'staff.manage', icon: UsersRound },
  { name: 'ledger', href: '/ledger', permission: 'business.manage', icon: ShieldCheck },
  { name: 'settings', href: '/settings', permission: 'business.manage', icon: Settings },
];
