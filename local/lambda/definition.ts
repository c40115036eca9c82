/** One function of the assembly, ready to run. */
export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  /** Folder with the bundled code. */
  readonly folder: string;
  /** `<file without ending>.<export>`, as in the template. */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** Workers that may run at once. Further calls wait, as they would wait for Lambda to scale. */
  readonly maximumWorkers: number;
  /** Read when a worker starts: by then every other service has its address. */
  environment(): Promise<Record<string, string>>;
}
