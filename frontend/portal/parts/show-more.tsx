import { usePortal } from '../portal-context.ts';

/** Reads the next page of a list; gone after the last one. */
export function ShowMore(props: {
  next: { cursor?: string } | undefined;
  error: unknown;
  busy: boolean;
  more: () => void;
}) {
  const { page } = usePortal().tongue.words;
  if (props.next?.cursor === undefined || props.error !== undefined) return null;
  return (
    <button type="button" class="secondary" aria-disabled={props.busy} onClick={props.more}>
      {page.showMore}
    </button>
  );
}
