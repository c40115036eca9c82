import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePortal } from '../portal-context.ts';

let arrivals = 0;

/**
 * The main part of a page, with its title as the document’s. Whoever moves between screens finds the keyboard’s and the
 * screen reader’s focus on the new title; the first one is left where the browser put it.
 */
export function Screen(props: {
  title: string;
  /** `card` sets the title on the salon’s card; `hidden` keeps it for screen readers where the screen says it otherwise. */
  heading?: 'hidden' | 'card';
  kind: 'narrow' | 'wide';
  /** Stands above the title: how something ended, for the eye. */
  mark?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { business } = usePortal();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = props.title === business.name ? business.name : `${props.title} · ${business.name}`;
  }, [props.title, business.name]);
  useEffect(() => {
    arrivals += 1;
    // Whoever is choosing between profiles goes on choosing.
    if (arrivals === 1 || document.activeElement instanceof HTMLSelectElement) return;
    scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, []);
  const heading = (
    <h1 ref={title} tabIndex={-1} class={props.heading === 'hidden' ? 'hidden' : undefined}>
      {props.title}
    </h1>
  );
  return (
    <main id="content" class={props.kind}>
      {props.mark}
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
  );
}
