import { CircleUserRound } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { usePortal } from '../portal-context.ts';
import { SalonMark } from './salon-mark.tsx';

/** The header of pages that need no session: the salon on the left, “My Account” on the right (000-054, 004-006). */
export function FrontHeader({ account = true }: { account?: boolean }) {
  const { tongue } = usePortal();
  return (
    <header class="bar">
      <SalonMark />
      {account && (
        <Link href="/portal" class="quiet account">
          <CircleUserRound aria-hidden="true" size={20} />
          {tongue.words.page.myAccount}
        </Link>
      )}
    </header>
  );
}
