/** One line that a function wrote. */
export interface LogLine {
  /** Instant on the laptop's clock, milliseconds since 1970. */
  readonly at: number;
  readonly functionName: string;
  /** Lambda's request id; empty while the function is still loading. */
  readonly requestId: string;
  readonly text: string;
}

export interface LogFilter {
  /** Lambda's request id, or any id that the function wrote into its lines. */
  readonly requestId?: string | undefined;
  readonly functionName?: string | undefined;
  /** Only the newest lines; all that are kept when absent. */
  readonly limit?: number | undefined;
}

export interface Logs {
  add(line: LogLine): void;
  /** Oldest first. */
  find(filter?: LogFilter): LogLine[];
}

const keptLines = 20_000;

/** Keeps the newest lines of all functions in memory. */
export function createLogs(): Logs {
  let lines: LogLine[] = [];
  return {
    add(line) {
      lines.push(line);
      // Cut rarely and by much: shifting one line at a time would move the whole array each time.
      if (lines.length > keptLines * 1.5) lines = lines.slice(-keptLines);
    },
    find({ requestId, functionName, limit } = {}) {
      const found = lines.filter(
        (line) =>
          (functionName === undefined || line.functionName === functionName) &&
          (requestId === undefined || line.requestId === requestId || line.text.includes(requestId)),
      );
      return limit === undefined ? found : found.slice(-limit);
    },
  };
}
