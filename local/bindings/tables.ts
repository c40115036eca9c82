import type { Resolver } from '../assembly/resolve.ts';
import { list } from '../assembly/values.ts';
import type { TableDefinition } from '../dynamodb/definition.ts';

/** The tables of the assembly. */
export function readTables(resolver: Resolver): TableDefinition[] {
  const placed = [...resolver.resources('AWS::DynamoDB::GlobalTable'), ...resolver.resources('AWS::DynamoDB::Table')];
  return placed.map((one) => {
    const properties = resolver.properties(one);
    // The shape is CloudFormation's own; DynamoDB Local checks it when the table is made.
    return {
      ...(properties as unknown as TableDefinition),
      TableName: resolver.refOf(one),
      AttributeDefinitions: list(properties.AttributeDefinitions) as TableDefinition['AttributeDefinitions'],
    };
  });
}
