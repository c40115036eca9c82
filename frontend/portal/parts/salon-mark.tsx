import { Link } from 'wouter-preact';
import { usePortal } from '../portal-context.ts';
import { Logo } from './logo.tsx';

/** The salon’s logo and name, leading to its front page. */
export function SalonMark() {
  const { business } = usePortal();
  return (
    <Link href="/" class="mark">
      <Logo height={32} />
      <span>{business.name}</span>
    </Link>
  );
}
