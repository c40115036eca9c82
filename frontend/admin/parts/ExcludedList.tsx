import { Text } from '@mantine/core';
import { Link } from 'wouter';
import styles from './ExcludedList.module.css';
import lines from './Lines.module.css';
import { Section } from './Section.tsx';

/** Names of one reason that are shown at once. */
const mostNames = 12;

interface ExcludedListProps<Why extends string> {
  readonly excluded: readonly { readonly memberId: string; readonly name: string; readonly why: Why }[];
  readonly count: Readonly<Partial<Record<Why, number>>>;
  readonly words: {
    readonly excluded: (count: number) => string;
    /** By reason, in the order of the list. */
    readonly whyNot: Readonly<Record<Why, string>>;
    readonly andMore: (count: number) => string;
  };
}

/** Who is left out of what is done for everybody, and what to do about it, by reason; nothing when nobody is. */
export function ExcludedList<Why extends string>({ excluded, count, words }: ExcludedListProps<Why>) {
  const of = (why: Why) => count[why] ?? 0;
  const reasons = (Object.keys(words.whyNot) as Why[]).filter((why) => of(why) > 0);
  const total = reasons.reduce((sum, why) => sum + of(why), 0);
  if (total === 0) return null;
  return (
    <Section title={words.excluded(total)}>
      <ul className={lines.lines}>
        {reasons.map((why) => {
          const names = excluded.filter((line) => line.why === why).slice(0, mostNames);
          return (
            <li key={why} className={lines.line}>
              <span className={lines.main}>
                <Text size="sm">{words.whyNot[why]}</Text>
                <span className={lines.quiet}>
                  {names.map(({ memberId, name }) => (
                    <Link key={memberId} href={`/contacts/${memberId}`} className={`${lines.link} ${styles.name}`}>
                      {name}
                    </Link>
                  ))}
                  {of(why) > names.length && words.andMore(of(why) - names.length)}
                </span>
              </span>
              <span className={lines.number}>{of(why)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
