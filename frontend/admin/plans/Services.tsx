import { Button, Text } from '@mantine/core';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Service } from '../../../shared/domain/service.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import lines from '../parts/Lines.module.css';
import { Section } from '../parts/Section.tsx';
import { Tag } from '../parts/Tag.tsx';
import { ServiceForm } from './ServiceForm.tsx';

/** What the salon does, as plans and credits name it. */
export function Services() {
  const { settings } = useDesk();
  const { words, price } = useSpeech();
  const w = words.plans;
  const [editing, setEditing] = useState<'new' | Service>();
  const close = () => setEditing(undefined);
  const service = typeof editing === 'object' ? editing : undefined;
  return (
    <Section
      title={w.servicesTitle}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {w.addService}
        </Button>
      }
    >
      {settings.services.length === 0 && (
        <Text size="sm" c="dimmed">
          {w.noServices}
        </Text>
      )}
      <ul className={lines.lines}>
        {settings.services.map((line) => (
          <li key={line.serviceId} className={lines.line}>
            <div className={lines.main}>
              <span className={lines.strong}>
                {line.name} {line.archived && <Tag tone="quiet">{w.archived}</Tag>}
              </span>
              <span className={lines.quiet}>
                {[line.oneVisit, line.visits, line.minutes && w.minutesOf(line.minutes)].filter(Boolean).join(' · ')}
              </span>
            </div>
            {line.price && <span className={lines.number}>{price(line.price)}</span>}
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<Pencil size={14} aria-hidden />}
              aria-label={w.editService(line.name)}
              onClick={() => setEditing(line)}
            >
              {words.common.edit}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        opened={editing !== undefined}
        onClose={close}
        title={service ? w.editService(service.name) : w.addService}
      >
        <ServiceForm service={service} onClose={close} />
      </Dialog>
    </Section>
  );
}
