import { ActionIcon, Button } from '@mantine/core';
import { UserMinus } from 'lucide-react';
import type { StaffView } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import lines from '../parts/Lines.module.css';
import { Tag, type Tone } from '../parts/Tag.tsx';

interface TeamListProps {
  readonly people: readonly StaffView[];
  readonly onRole: (person: StaffView) => void;
  readonly onRemove: (person: StaffView) => void;
}

const tones = { active: 'good', invited: 'care', removed: 'quiet' } as const satisfies Record<StaffView['state'], Tone>;
const order = { active: 0, invited: 1, removed: 2 } as const satisfies Record<StaffView['state'], number>;

export function TeamList({ people, onRole, onRemove }: TeamListProps) {
  const { self } = useDesk();
  const words = useWords();
  const sorted = people.toSorted((a, b) => order[a.state] - order[b.state] || a.name.localeCompare(b.name));
  return (
    <ul className={lines.lines} aria-label={words.team.title}>
      {sorted.map((person) => (
        <li key={person.staffId} className={`${lines.line} ${lines.wraps}`}>
          <div className={lines.main}>
            <span className={lines.strong}>
              {person.name} {person.staffId === self.staffId && <Tag tone="quiet">{words.team.you}</Tag>}
            </span>
            <span className={lines.quiet}>{person.email}</span>
          </div>
          <Tag tone={tones[person.state]}>{words.team.states[person.state]}</Tag>
          {person.state === 'removed' ? (
            <span className={lines.quiet}>{words.shell.roles[person.role]}</span>
          ) : (
            <>
              <Button
                size="compact-md"
                variant="default"
                aria-label={`${words.team.roleOf(person.name)}: ${words.shell.roles[person.role]}`}
                onClick={() => onRole(person)}
              >
                {words.shell.roles[person.role]}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={words.team.remove(person.name)}
                onClick={() => onRemove(person)}
              >
                <UserMinus size={16} aria-hidden />
              </ActionIcon>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
