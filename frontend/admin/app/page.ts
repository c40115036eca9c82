import { createContext, useContext } from 'react';
import type { BusinessView } from '../../../shared/contract/views.ts';
import type { StaffSide } from '../../common/staff-side.ts';
import type { Speech } from './speech.ts';

/** What every screen needs, signed in or not. */
export interface Page {
  readonly side: StaffSide;
  /** Absent until it has answered, and where there is none at this address. */
  readonly business: BusinessView | undefined;
  readonly speech: Speech;
  /** After the settings were saved: name, language and looks follow at once. */
  readonly changeBusiness: (change: Partial<BusinessView>) => void;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage outside the page');
  return page;
}

export const useSpeech = (): Speech => usePage().speech;
export const useWords = () => usePage().speech.words;
