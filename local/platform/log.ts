import { inspect } from 'node:util';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface LogLine {
  at: string;
  level: LogLevel;
  functionKey: string;
  text: string;
}

export interface Log {
  write(functionKey: string, level: LogLevel, args: unknown[]): void;
  lines(): LogLine[];
  clear(): void;
}

const LINES_KEPT = 500;

/** What functions print: the last lines are kept, and `onLine` hears every one. */
export function createLog(now: () => number, onLine: (line: LogLine) => void): Log {
  let lines: LogLine[] = [];
  return {
    write(functionKey, level, args) {
      const text = args.map((arg) => (typeof arg === 'string' ? arg : inspect(arg))).join(' ');
      const line: LogLine = { at: new Date(now()).toISOString(), level, functionKey, text };
      lines.push(line);
      if (lines.length > 2 * LINES_KEPT) lines = lines.slice(-LINES_KEPT);
      onLine(line);
    },
    lines: () => lines.slice(-LINES_KEPT),
    clear: () => void (lines = []),
  };
}
