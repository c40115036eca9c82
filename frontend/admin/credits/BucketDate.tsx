import type { BucketView } from '../../../shared/contract/views.ts';
import { useSpeech } from '../app/page.ts';
import { Tag } from '../parts/Tag.tsx';

/** Until when a credit can be used, in words; “expires soon” where that is near. */
export function BucketDate({
  bucket,
  today,
}: {
  bucket: Pick<BucketView, 'available' | 'expiresOn' | 'expiresSoon'>;
  today: string;
}) {
  const { words, day } = useSpeech();
  if (bucket.expiresOn === undefined) return <span>{words.credits.neverExpires}</span>;
  return (
    <>
      <span>{words.credits.validUntil(day(bucket.expiresOn, today))}</span>
      {bucket.expiresSoon && bucket.available > 0 && <Tag tone="care">{words.credits.soon}</Tag>}
    </>
  );
}
