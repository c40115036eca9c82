import { Radio } from '@mantine/core';
import { Role } from '../../../shared/domain/permission.ts';
import { useWords } from '../app/page.ts';
import page from '../parts/Page.module.css';

/** The roles, each with what it may do in words. */
export function RoleChoice({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  const words = useWords();
  return (
    <Radio.Group label={words.team.role} value={role} onChange={(value) => onChange(Role.parse(value))}>
      <div className={page.choices}>
        {Role.options.map((value) => (
          <Radio key={value} value={value} label={words.shell.roles[value]} description={words.team.roleDoes[value]} />
        ))}
      </div>
    </Radio.Group>
  );
}
