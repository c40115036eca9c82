import { CircleAlert, CircleCheck, Clock } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { errorWords } from '../../common/error-words.ts';
import { usePortal } from '../portal-context.ts';

/** What went wrong, read out at once. Nothing is rendered without an error, but the place is there to be announced in. */
export function ErrorNotice({ error }: { error: unknown }) {
  const { tongue } = usePortal();
  return (
    <div role="alert">
      {error !== undefined && (
        <p class="notice bad">
          <CircleAlert aria-hidden="true" size={20} />
          <span>{errorWords(error, tongue.language)}</span>
        </p>
      )}
    </div>
  );
}

/** What became of something that was asked for. */
export interface News {
  readonly tone: 'good' | 'bad' | 'wait';
  readonly text: string;
}

const iconOf = { good: CircleCheck, bad: CircleAlert, wait: Clock } as const;

/** The news, read out when the reader pauses; `catches` takes the focus of a button that has just gone. */
export function NewsNotice({ news, catches = false }: { news: News | undefined; catches?: boolean }) {
  const place = useRef<HTMLParagraphElement>(null);
  const text = news?.text;
  useEffect(() => {
    if (catches && text !== undefined) place.current?.focus();
  }, [catches, text]);
  const Icon = iconOf[news?.tone ?? 'good'];
  return (
    <div role="status">
      {news !== undefined && (
        <p ref={place} tabIndex={-1} class={`notice ${news.tone}`}>
          <Icon aria-hidden="true" size={20} />
          <span>{news.text}</span>
        </p>
      )}
    </div>
  );
}

/** What went well. */
export function GoodNotice({ text, catches = false }: { text: string | undefined; catches?: boolean }) {
  return <NewsNotice news={text === undefined ? undefined : { tone: 'good', text }} catches={catches} />;
}
