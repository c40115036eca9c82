import { arn, type Describe, named, type Read } from './names.ts';
import type { Placed } from './template.ts';

function functionArn(placed: Placed, read: Read): string {
  const name = String(read('FunctionName'));
  return name.startsWith('arn:') ? name : arn(placed, 'lambda', `function:${name}`);
}

const table: Describe = (placed, read) => {
  const ref = named(placed, read, 'TableName', 255);
  const Arn = arn(placed, 'dynamodb', `table/${ref}`);
  return { ref, attributes: { Arn, StreamArn: `${Arn}/stream/2026-01-01T00:00:00.000`, TableId: ref } };
};

/** Functions, tables, queues, events and schedules. */
export const namedWork: Readonly<Record<string, Describe>> = {
  'AWS::Lambda::Function': (placed, read) => {
    const ref = named(placed, read, 'FunctionName');
    return { ref, attributes: { Arn: arn(placed, 'lambda', `function:${ref}`) } };
  },
  'AWS::Lambda::Version': (placed, read) => {
    const ref = `${functionArn(placed, read)}:1`;
    return { ref, attributes: { Version: '1', FunctionArn: ref } };
  },
  'AWS::Lambda::Alias': (placed, read) => {
    const ref = `${functionArn(placed, read)}:${String(read('Name'))}`;
    return { ref, attributes: { AliasArn: ref } };
  },
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SQS::Queue': (placed, read, queueUrl) => {
    const isFifo = read('FifoQueue') === true;
    const name = named(placed, read, 'QueueName', 75);
    const QueueName = isFifo && !name.endsWith('.fifo') ? `${name}.fifo` : name;
    return {
      // A getter: the address is known only after the queue service listens, names are needed before.
      get ref() {
        return queueUrl(QueueName);
      },
      attributes: {
        Arn: arn(placed, 'sqs', QueueName),
        QueueName,
        get QueueUrl() {
          return queueUrl(QueueName);
        },
      },
    };
  },
  'AWS::SNS::Topic': (placed, read) => {
    const TopicName = named(placed, read, 'TopicName', 255);
    const ref = arn(placed, 'sns', TopicName);
    return { ref, attributes: { TopicArn: ref, TopicName } };
  },
  'AWS::Events::EventBus': (placed, read) => {
    const ref = named(placed, read, 'Name', 255);
    return { ref, attributes: { Arn: arn(placed, 'events', `event-bus/${ref}`), Name: ref } };
  },
  'AWS::Events::Rule': (placed, read) => {
    const ref = named(placed, read, 'Name');
    return { ref, attributes: { Arn: arn(placed, 'events', `rule/${ref}`) } };
  },
  'AWS::Scheduler::Schedule': (placed, read) => {
    const ref = named(placed, read, 'Name');
    return { ref, attributes: { Arn: arn(placed, 'scheduler', `schedule/default/${ref}`) } };
  },
};
