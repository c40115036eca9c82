import { createContext, useContext } from 'react';
import type { ReplyOf } from '../../../shared/contract/handlers.ts';
import type { staffOperations } from '../../../shared/contract/staff-operations.ts';
import type { StaffSelf } from '../../../shared/contract/views.ts';
import type { Permission } from '../../../shared/domain/permission.ts';
import type { StaffSide } from '../../common/staff-side.ts';

export type Settings = ReplyOf<(typeof staffOperations)['getSettings']>;

/** What a signed-in colleague works with: who they are, what they may do, the salon's catalogue. */
export interface Desk {
  readonly client: StaffSide['client'];
  readonly self: StaffSelf;
  readonly settings: Settings;
  /** Takes over a part of the settings that a save has just answered with. */
  readonly setSettings: (change: (settings: Settings) => Settings) => void;
  readonly reloadSettings: () => void;
  readonly may: (permission: Permission) => boolean;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside the desk');
  return desk;
}
