import { useCallback } from 'react';
import type { BaseLocationHook } from 'wouter';
import { useBrowserLocation } from 'wouter/use-browser-location';
import { useUnsaved } from '../parts/unsaved.ts';

/** The browser's address; going elsewhere asks first while something is unsaved. */
export const useGuardedLocation: BaseLocationHook = () => {
  const [path, navigate] = useBrowserLocation();
  const { leave } = useUnsaved();
  const go = useCallback<typeof navigate>((to, options) => leave(() => navigate(to, options)), [leave, navigate]);
  return [path, go];
};
