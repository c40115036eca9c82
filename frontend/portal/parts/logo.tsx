import { usePortal } from '../portal-context.ts';
import { logoAddress } from '../state/brand.ts';

/** The salon’s logo, where it has one; its name always stands beside it. One that does not load leaves no gap. */
export function Logo({ height }: { height: number }) {
  const { logo } = usePortal().business.brand;
  if (logo === undefined) return null;
  return (
    <img
      src={logoAddress(logo)}
      alt=""
      height={height}
      onError={(event) => {
        event.currentTarget.hidden = true;
      }}
    />
  );
}
