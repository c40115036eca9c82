import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { StatementView } from '../../../shared/contract/views.ts';
import { languageOf } from '../../../shared/domain/business.ts';
import { newestPart } from '../../../shared/domain/statement-part.ts';
import { statementInWords, statementScript } from '../../../shared/wording/describe-statement.ts';
import { tongueOf } from '../../../shared/wording/words.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { CopyText } from '../parts/CopyText.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import styles from './Statements.module.css';
import { type Subject, wanted } from './statement.ts';

/** Moves that are shown at first: more than a usual month has. */
const shownAtFirst = 12;

/** Why numbers are what they are, as the client reads it, and the words to tell it with. */
export function Statements({ page, subject }: { page: MemberPage; subject: Subject | 'nothing left' }) {
  const { client } = useDesk();
  const { memberId } = page;
  const { nothing } = useSpeech().tongue.words.statement;
  const answer = useLoad(() => client.explainBalance({ path: { memberId } }), [client, memberId]);
  return (
    <Loaded from={answer} lines={6}>
      {({ today, statements }) => {
        const shown = wanted(statements, subject);
        if (shown.length === 0) return <Text size="sm">{nothing}</Text>;
        return (
          <Stack gap="xl">
            {shown.map((statement) => (
              <Statement
                key={`${statement.kind} ${statement.serviceIds.join(' ')}`}
                statement={statement}
                page={page}
                today={today}
              />
            ))}
          </Stack>
        );
      }}
    </Loaded>
  );
}

interface StatementProps {
  readonly statement: StatementView;
  readonly page: MemberPage;
  readonly today: string;
}

function Statement({ statement, page, today }: StatementProps) {
  const { words, tongue } = useSpeech();
  const { business } = useDesk().settings;
  const { statement: w } = tongue.words;
  const [whole, setWhole] = useState(false);
  const part = whole ? statement : newestPart(statement, shownAtFirst);
  const context = { today, services: page.services, currency: business.currency };
  const { title, opening, lines, total } = statementInWords(part, { ...context, tongue });
  const theirs = tongueOf(page.details.language ?? languageOf(business.locale), business.locale);
  const script = statementScript(statementInWords(part, { ...context, tongue: theirs }), theirs);
  return (
    <section className={styles.statement}>
      <Title order={3} size="h6">
        {title}
      </Title>
      {part.moves.length < statement.moves.length && (
        <Button size="compact-sm" variant="default" onClick={() => setWhole(true)} className={styles.earlier}>
          {w.earlier}
        </Button>
      )}
      <Table verticalSpacing={6} horizontalSpacing="xs" className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={styles.what}>{w.what}</Table.Th>
            <Table.Th className={styles.number}>{w.change}</Table.Th>
            <Table.Th className={styles.number}>{w.left}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {opening && (
            <Table.Tr>
              <Table.Td>{opening.text}</Table.Td>
              <Table.Td />
              <Table.Td className={styles.number}>{opening.left}</Table.Td>
            </Table.Tr>
          )}
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are never moved, and two of a day may read alike
            <Table.Tr key={at}>
              <Table.Td>
                {line.text}
                <span className={styles.when}>
                  <time dateTime={line.on}>{line.day}</time>
                  {line.detail === undefined ? '' : ` · ${line.detail}`}
                </span>
              </Table.Td>
              <Table.Td className={styles.number}>{line.change}</Table.Td>
              <Table.Td className={styles.number}>{line.left}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text fw={600}>{total}.</Text>
      <div className={styles.script}>
        <div className={styles.head}>
          <Text size="sm" fw={500}>
            {words.credits.tell(page.details.firstName)}
          </Text>
          <CopyText text={script} of={words.credits.script} />
        </div>
        <p lang={theirs.language} className={styles.words}>
          {script}
        </p>
      </div>
    </section>
  );
}
