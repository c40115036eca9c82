/** The laptop's clock: real time plus an offset that the console moves forward, never back. Milliseconds since 1970. */
export interface LocalClock {
  now(): number;
  /** Called after each jump with the instants before and after it. Returns the unsubscribe function. */
  onAdvance(listener: (from: number, to: number) => Promise<void> | void): () => void;
}

/** What a Lambda invocation answered: a payload, or the error Lambda would report. */
export type InvokeResult =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

/** Runs a function of the assembly by its local name. */
export interface Invoker {
  invoke(functionName: string, event: unknown): Promise<InvokeResult>;
}

/** One local stand-in for an AWS service, listening on a free port of the loopback interface. */
export interface LocalService {
  /** Base URL, for `AWS_ENDPOINT_URL_<SERVICE>`. */
  readonly endpoint: string;
  close(): Promise<void>;
}
