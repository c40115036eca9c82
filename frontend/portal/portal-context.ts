import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BusinessView } from '../../shared/contract/views.ts';
import type { Language } from '../../shared/domain/business.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import type { MemberSide } from '../common/member-side.ts';

/** What every screen stands on. */
export interface Portal {
  readonly business: BusinessView;
  readonly side: MemberSide;
  readonly tongue: Tongue;
  readonly speak: (language: Language) => void;
  /** The token of the link from a mail that opened this page. */
  readonly linkToken: string | undefined;
}

export const PortalContext = createContext<Portal | undefined>(undefined);

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (portal === undefined) throw new Error('a screen was shown outside the portal');
  return portal;
}
