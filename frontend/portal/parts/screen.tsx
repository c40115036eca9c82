import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePortal } from '../portal-context.ts';
import { Footer } from './footer.tsx';

let arrivals = 0;

/**
 * One screen: its header, its main part with the title as the document’s, the footer. Whoever moves between screens
 * finds the keyboard’s and the screen reader’s focus on the new title; the first one is left where the browser put it.
 */
export function Screen(props: {
  title: string;
  /** `card` sets the title on the salon’s card; `hidden` keeps it for screen readers where the screen says it otherwise. */
  heading?: 'hidden' | 'card';
  header: ComponentChildren;
  kind: 'narrow' | 'wide';
  children: ComponentChildren;
}) {
  const { business, tongue } = usePortal();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${business.name}`;
  }, [props.title, business.name]);
  useEffect(() => {
    arrivals += 1;
    if (arrivals === 1) return;
    scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, []);
  const heading = (
    <h1 ref={title} tabIndex={-1} class={props.heading === 'hidden' ? 'hidden' : undefined}>
      {props.title}
    </h1>
  );
  return (
    <>
      <a class="skip" href="#content">
        {tongue.words.page.skipToContent}
      </a>
      {props.header}
      <main id="content" class={props.kind}>
        {props.heading === 'card' ? (
          <div class="card blank">
            {heading}
            {business.brand.tagline !== undefined && <p>{business.brand.tagline}</p>}
          </div>
        ) : (
          heading
        )}
        {props.children}
      </main>
      <Footer />
    </>
  );
}
