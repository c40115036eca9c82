import type { KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { ContactLine } from '../../../shared/contract/staff-operations.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { phoneForReading } from '../../../shared/wording/phone.ts';
import styles from './ContactsPage.module.css';
import { resultMark, step, useSearch } from './search.ts';

/** One client in the list. Arrow keys walk, Enter opens, a letter goes back into the search field. */
export function ContactRow({ line, first }: { line: ContactLine; first: boolean }) {
  const { field } = useSearch();

  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') step(1, field.current);
    else if (event.key === 'ArrowUp') step(-1, field.current);
    else if (event.key === 'Escape') field.current?.focus();
    else {
      const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isLetter && event.key !== '/') field.current?.focus();
      return;
    }
    event.preventDefault();
  }

  return (
    <li>
      <Link
        href={`/contacts/${line.memberId}`}
        className={styles.row}
        data-first={first || undefined}
        {...{ [resultMark]: '' }}
        onKeyDown={press}
      >
        <span className={styles.name}>
          {fullName(line)}
          {line.company !== undefined && <span className={styles.company}> · {line.company}</span>}
        </span>{' '}
        {line.email !== undefined || line.phone !== undefined ? (
          <>
            <span className={styles.detail}>{line.email}</span>{' '}
            <span className={`${styles.detail} ${styles.phone}`}>{line.phone && phoneForReading(line.phone)}</span>
          </>
        ) : null}
      </Link>
    </li>
  );
}
