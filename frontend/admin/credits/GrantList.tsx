import { Button } from '@mantine/core';
import { Pencil } from 'lucide-react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import lines from '../parts/Lines.module.css';
import { BucketDate } from './BucketDate.tsx';
import type { Grant } from './subject.ts';
import { useCreditWords } from './use-credit-words.ts';

interface GrantListProps {
  readonly grants: readonly Grant[];
  readonly page: MemberPage;
  readonly onEdit: (grant: Grant) => void;
}

/** Each grant on a line: what is left of it, until when, where it came from. */
export function GrantList({ grants, page, onEdit }: GrantListProps) {
  const { words, day } = useSpeech();
  const { may } = useDesk();
  const { amount, amountOf, namesOf } = useCreditWords(page.services);
  return (
    <ul className={lines.lines}>
      {grants.map((grant) => {
        const { group, bucket } = grant;
        return (
          <li key={bucket.bucketId} className={`${lines.line} ${lines.wraps}`}>
            <div className={lines.main}>
              <span className={lines.strong}>{namesOf(group.serviceIds)}</span>
              <span className={lines.quiet}>
                <BucketDate bucket={bucket} today={page.today} />
                <span>
                  {bucket.source.kind === 'membership' ? words.credits.fromMembership : words.credits.fromStaff},{' '}
                  {words.credits.grantedOn(day(bucket.grantedOn, page.today))}
                </span>
              </span>
            </div>
            <span className={lines.number}>
              {words.credits.left(amount(group.kind, bucket.available), amount(group.kind, bucket.granted))}
            </span>
            {may('credits.adjust') && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<Pencil size={14} aria-hidden />}
                aria-label={words.credits.editFor(amountOf(group.kind, bucket.available, group.serviceIds))}
                onClick={() => onEdit(grant)}
              >
                {words.credits.edit}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
