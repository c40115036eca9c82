import type { BusinessView } from '../../../shared/contract/views.ts';
import { nearestReadable } from '../../../shared/domain/brand.ts';

/** Dresses the document as the business’s: colour, manifest for the home screen, icon. */
export function wearBrand(business: BusinessView): void {
  const colour = nearestReadable(business.brand.colour);
  // Through the CSSOM, which the content security policy allows; a style attribute it would refuse.
  document.documentElement.style.setProperty('--brand', colour);
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', colour);
  link('manifest').href = `/api/${business.slug}/public/manifest.webmanifest`;
  if (business.brand.logo !== undefined) {
    const icon = link('icon');
    icon.removeAttribute('type');
    icon.href = logoAddress(business.brand.logo);
  }
}

export const logoAddress = (logo: string): string => `/media/${logo}`;

function link(rel: string): HTMLLinkElement {
  const present = document.querySelector<HTMLLinkElement>(`link[rel="${rel}"]`);
  if (present !== null) return present;
  const added = document.createElement('link');
  added.rel = rel;
  document.head.append(added);
  return added;
}
