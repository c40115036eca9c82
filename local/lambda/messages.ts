/** What a worker needs to load its function. */
export interface WorkerSetup {
  readonly moduleUrl: string;
  readonly exportName: string;
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMegabytes: number;
}

export interface InvokeMessage {
  readonly requestId: string;
  /** The event as JSON text: what crosses the border is what crosses it on AWS. */
  readonly event: string;
  /** Instant at which Lambda would end the call, milliseconds since 1970, real time. */
  readonly deadline: number;
}

export type WorkerMessage =
  | { readonly kind: 'log'; readonly requestId: string; readonly text: string }
  | { readonly kind: 'done'; readonly requestId: string; readonly payload: string }
  | {
      readonly kind: 'failed';
      readonly requestId: string;
      readonly errorType: string;
      readonly errorMessage: string;
      readonly stackTrace: readonly string[];
      /** The function never loaded: the worker is of no further use. */
      readonly isBroken: boolean;
    };
