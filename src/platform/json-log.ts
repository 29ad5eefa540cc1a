import type { Log } from '../ports';
import { failureLog } from './failure-log';
import { systemClock, systemRandom } from './system';

const error: Log['error'] = (message, details) =>
  console.error(JSON.stringify({ level: 'error', message, ...details }));

/** One JSON line per report, which Forge's log viewer can search. Never personal data, never request content. */
export const jsonLog: Log = {
  warn: (message, details) => console.warn(JSON.stringify({ level: 'warn', message, ...details })),
  error,
  failure: failureLog(systemClock, systemRandom, error),
};
