import { Anchor, Group, Text, Title } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { fullName } from '../../../shared/domain/member.ts';
import { isRefusal } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { NotFound } from '../app/NotFound.tsx';
import { useSpeech } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import { useLoad } from '../effects/load.ts';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import { Tag } from '../parts/Tag.tsx';
import { Answer } from './Answer.tsx';
import { Comparison } from './Comparison.tsx';
import { Owner } from './Owner.tsx';
import styles from './QuestionPage.module.css';
import type { QuestionPath, QuestionProps } from './question-props.ts';

/** One question: what was written, what the client saw beside what is true now, who sees to it, and the answer. */
export default function QuestionPage({ memberId, questionId }: QuestionPath) {
  const { client } = useDesk();
  const w = useSpeech().words.questions;
  useTitle(w.title);
  const path = { memberId, questionId };
  const question = useLoad(() => client.getQuestion({ path }), [client, memberId, questionId]);
  if (question.load.state === 'failed' && isRefusal(question.load.error, 'not_found')) return <NotFound />;
  return (
    <>
      <Anchor component={Link} href="/questions" size="sm" c="dimmed" className={styles.back}>
        <ArrowLeft size={14} aria-hidden /> {w.back}
      </Anchor>
      <Loaded from={question} lines={6}>
        {(shown) => (
          <Whole
            question={shown}
            path={path}
            reload={question.reload}
            onQuestion={(next) => question.replace(() => next)}
          />
        )}
      </Loaded>
    </>
  );
}

function Whole(props: QuestionProps) {
  const { settings } = useDesk();
  const { words, day, instant } = useSpeech();
  const w = words.questions;
  const { question, path } = props;
  const { state, answerBy, overdue, next, topic, messages } = question;
  return (
    <>
      <div className={page.head}>
        <div>
          <Title order={1} size="h3">
            {fullName(question)}: {w.topics[topic]}
          </Title>
          <Anchor component={Link} href={`/contacts/${path.memberId}`} size="sm">
            {w.profile}
          </Anchor>
        </div>
        <Group gap="xs">
          <Tag tone={overdue ? 'bad' : state === 'open' ? 'care' : 'quiet'}>{w.state[state]}</Tag>
          <Text size="sm">
            {w.next[next]}
            {answerBy !== undefined && ` ${w.by(day(answerBy, settings.today))}`}
          </Text>
        </Group>
      </div>
      <div className={styles.columns}>
        <Section title={w.conversation} aside={<Tag tone="quiet">{w.only}</Tag>}>
          <ol className={styles.thread}>
            {messages.map(({ from, text, at, by }) => (
              <li key={`${at} ${from}`} className={`${styles.message} ${from === 'salon' ? styles.salon : ''}`}>
                <span className={lines.quiet}>
                  {by} · {instant(at, settings.business.timeZone)}
                </span>
                <p className={lines.written}>{text}</p>
              </li>
            ))}
          </ol>
          <Answer {...props} />
        </Section>
        <div className={styles.side}>
          <Owner {...props} />
          <Comparison question={question} />
        </div>
      </div>
    </>
  );
}
