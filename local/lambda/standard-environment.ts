import type { FunctionDefinition } from './definition.ts';

/** Where each emulated service listens, by the service's id in `AWS_ENDPOINT_URL_<id>`. */
export type Endpoints = Readonly<Record<string, string>>;

/** Where functions find what stands in for the world outside of them. */
export interface Surroundings {
  readonly endpoints: Endpoints;
  /** Base URL of the payment provider's simulator; functions ask the provider itself without it. */
  readonly stripe?: string;
}

/**
 * The variables that Lambda itself sets, plus one address for each local service: the only difference a function
 * could notice. The credentials mean nothing; DynamoDB Local insists on letters and digits.
 */
export function standardEnvironment(
  definition: Pick<FunctionDefinition, 'name' | 'handler' | 'folder' | 'memoryMegabytes'>,
  region: string,
  { endpoints, stripe }: Surroundings,
): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    LAMBDA_TASK_ROOT: definition.folder,
    _HANDLER: definition.handler,
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    ...(stripe === undefined ? {} : { STRIPE_API_ORIGIN: stripe }),
    ...Object.fromEntries(Object.entries(endpoints).map(([id, endpoint]) => [`AWS_ENDPOINT_URL_${id}`, endpoint])),
  };
}
