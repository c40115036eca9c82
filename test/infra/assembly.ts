import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StageName } from '../../infra/stages.ts';

/** A resource of a synthesized template, with the stack that it is in. */
export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is JSON of more than a hundred shapes
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

type Template = Readonly<{
  Resources: Record<string, Omit<Resource, 'stack' | 'id'>>;
  Outputs?: Record<string, { Value: unknown }>;
}>;

/** The templates of one synthesis, to be asked by type of resource. */
export class Assembly {
  readonly directory: string;
  private readonly templates: ReadonlyMap<string, Template>;

  /** What is in the folder; with `stage`, only the templates of that stage. */
  constructor(directory: string, stage?: StageName) {
    this.directory = directory;
    const prefix = stage ? `regulars-${stage}-` : '';
    const files = readdirSync(directory).filter((file) => file.startsWith(prefix) && file.endsWith('.template.json'));
    this.templates = new Map(
      files.map((file) => [
        file.replace('.template.json', ''),
        JSON.parse(readFileSync(join(directory, file), 'utf8')) as Template,
      ]),
    );
  }

  /** All resources of a type, in every stack. */
  all(type: string): Resource[] {
    return [...this.templates].flatMap(([stack, { Resources }]) =>
      Object.entries(Resources).flatMap(([id, resource]) =>
        resource.Type === type ? [{ ...resource, stack, id }] : [],
      ),
    );
  }

  /**
   * A value of a template as readable text, across stacks: `regulars-dev-mail` for a reference to a resource with that
   * name, `arn of regulars-dev-mail` for its ARN, `<AWS::AccountId>` for what only AWS knows.
   */
  text(stack: string, value: unknown): string {
    if (typeof value !== 'object' || value === null) return String(value);
    const [intrinsic, argument] = Object.entries(value)[0] ?? [];
    switch (intrinsic) {
      case 'Ref':
        return this.name(stack, argument as string);
      case 'Fn::GetAtt': {
        const [id, attribute] = argument as [string, string];
        return `${attribute.toLowerCase()} of ${this.name(stack, id)}`;
      }
      case 'Fn::Join':
        return (argument as [string, unknown[]])[1].map((part) => this.text(stack, part)).join('');
      case 'Fn::GetStackOutput': {
        const { StackName, OutputName } = argument as { StackName: string; OutputName: string };
        return this.text(StackName, this.templates.get(StackName)?.Outputs?.[OutputName]?.Value);
      }
      default:
        return JSON.stringify(value);
    }
  }

  private name(stack: string, id: string): string {
    const properties = this.templates.get(stack)?.Resources[id]?.Properties ?? {};
    const key = [
      'EmailIdentity',
      'TableName',
      'QueueName',
      'UserPoolName',
      'FunctionName',
      'TopicName',
      'LogGroupName',
      'Name',
    ].find((name) => typeof properties[name] === 'string');
    return key ? properties[key] : `<${id}>`;
  }
}
