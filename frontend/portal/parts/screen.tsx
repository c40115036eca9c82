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
  /** Where the title is said otherwise on the screen, it is only for screen readers. */
  heading?: 'hidden' | 'shown';
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
  return (
    <>
      <a class="skip" href="#content">
        {tongue.words.page.skipToContent}
      </a>
      {props.header}
      <main id="content" class={props.kind}>
        <h1 ref={title} tabIndex={-1} class={props.heading === 'hidden' ? 'hidden' : undefined}>
          {props.title}
        </h1>
        {props.children}
      </main>
      <Footer />
    </>
  );
}
