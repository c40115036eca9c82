import { Link } from 'wouter-preact';
import { usePortal } from '../portal-context.ts';
import { logoAddress } from '../state/brand.ts';

/** The salon’s logo and name, leading to its front page. */
export function SalonMark() {
  const { business } = usePortal();
  const { logo } = business.brand;
  return (
    <Link href="/" class="mark">
      {logo !== undefined && <img src={logoAddress(logo)} alt="" height={32} />}
      <span>{business.name}</span>
    </Link>
  );
}
