import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';

// DynamoDB Local takes any key, as long as it is alphanumeric.
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** A client of the table service of DynamoDB Local. */
export function dynamoDbClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials });
}

/** A client of its streams, which the same process serves. */
export function streamsClient(endpoint: string): DynamoDBStreamsClient {
  return new DynamoDBStreamsClient({ endpoint, region: 'eu-west-1', credentials });
}
