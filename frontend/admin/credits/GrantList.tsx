import { Button } from '@mantine/core';
import { Gift, Pencil } from 'lucide-react';
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
  readonly onPassOn: (grant: Grant) => void;
}

/** Each grant on a line: what is left of it, until when, where it came from. */
export function GrantList({ grants, page, onEdit, onPassOn }: GrantListProps) {
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
                  {words.credits.cameFrom[bucket.source.kind]},{' '}
                  {words.credits.grantedOn(day(bucket.grantedOn, page.today))}
                </span>
              </span>
            </div>
            <span className={lines.number}>
              {words.credits.left(amount(group.kind, bucket.available), amount(group.kind, bucket.granted))}
            </span>
            {may('memberships.enrol') && canPassOn(grant, page) && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<Gift size={14} aria-hidden />}
                aria-label={words.sharing.passOnFor(amountOf(group.kind, bucket.available, group.serviceIds))}
                onClick={() => onPassOn(grant)}
              >
                {words.sharing.passOn}
              </Button>
            )}
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

/** Visits of a running membership whose plan allows it (rule C9). */
function canPassOn({ bucket, group }: Grant, { memberships }: MemberPage): boolean {
  const { source, available } = bucket;
  if (group.kind !== 'visits' || available === 0 || source.kind !== 'membership') return false;
  const from = memberships.find(({ membershipId }) => membershipId === source.membershipId);
  return from?.usability === 'usable' && from.plan.passingOn !== undefined;
}
