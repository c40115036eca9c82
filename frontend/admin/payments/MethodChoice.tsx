import { Group, Radio } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useWords } from '../app/page.ts';

export const methods = ['cash', 'terminal', 'transfer'] as const;
export type Method = (typeof methods)[number];

const isMethod = (value: string): value is Method => methods.some((method) => method === value);

/** How money changed hands at the desk; starts with what this desk used last. */
export function useMethod(): readonly [Method, (method: Method) => void] {
  const [method, setMethod] = useLocalStorage<Method>({
    key: 'regulars.method',
    defaultValue: 'cash',
    getInitialValueInEffect: false,
  });
  return [isMethod(method) ? method : 'cash', setMethod];
}

interface MethodChoiceProps {
  readonly method: Method;
  readonly onChange: (method: Method) => void;
}

export function MethodChoice({ method, onChange }: MethodChoiceProps) {
  const words = useWords().payments;
  return (
    <Radio.Group label={words.method} value={method} onChange={(value) => isMethod(value) && onChange(value)}>
      <Group gap="lg" mt={6}>
        {methods.map((value) => (
          <Radio key={value} value={value} label={words.methods[value]} />
        ))}
      </Group>
    </Radio.Group>
  );
}
