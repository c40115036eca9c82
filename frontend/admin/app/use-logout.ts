import { useLocation } from 'wouter';
import { errorWords } from '../../common/error-words.ts';
import { useNotify } from '../parts/Notices.tsx';
import { useUnsaved } from '../parts/unsaved.ts';
import { usePage } from './page.ts';

/** Ends the session; without an answer the person stays signed in and is told, because the session still lives. */
export function useLogout(): () => void {
  const { side, speech } = usePage();
  const notify = useNotify();
  const { leave } = useUnsaved();
  const [, navigate] = useLocation();
  const logout = () =>
    side.session.signOut().then(
      () => navigate('/', { replace: true }),
      (error: unknown) => notify({ text: errorWords(error, speech.language), tone: 'bad' }),
    );
  return () => leave(() => void logout());
}
