import type { ComponentChildren } from 'preact';
import { usePortal } from '../portal-context.ts';
import { Footer } from './footer.tsx';

/** What stays while screens change: the way past the header, the header, the footer. */
export function Page({ header, children }: { header: ComponentChildren; children: ComponentChildren }) {
  const { tongue } = usePortal();
  return (
    <>
      <a class="skip" href="#content">
        {tongue.words.page.skipToContent}
      </a>
      {header}
      {children}
      <Footer />
    </>
  );
}
