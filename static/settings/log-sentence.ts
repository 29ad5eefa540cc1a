import type { LogRow, Person } from '../../src/contract/resolver-api';

/** How the parts of a log sentence are worded; the page passes its language's. */
export interface LogWords {
  person(person: Person | null): string;
  /** The end of an online time, seen from when it was chosen. */
  until(end: string, chosenAt: string): string;
  /** The names of settings as one enumeration. */
  settings(names: readonly string[]): string;
}

export interface LogSentence {
  /** A text of the section "settings". */
  key: string;
  values: Record<string, string>;
}

/** Which sentence tells a log record, and what fills its gaps. */
export function logSentence(row: LogRow, words: LogWords): LogSentence {
  const actor = words.person(row.actor);
  // Where somebody did it to themself, or Frontdesk did it, the record may name them on either side.
  const subject = words.person(row.subject ?? row.actor);
  switch (row.event) {
    case 'went-online':
      return row.until
        ? { key: 'logWentOnlineUntil', values: { actor: subject, until: words.until(row.until, row.at) } }
        : { key: 'logWentOnline', values: { actor: subject } };
    case 'went-offline':
      return { key: 'logWentOffline', values: { actor: subject } };
    case 'put-offline':
      return row.reason
        ? { key: 'logPutOfflineReason', values: { actor, subject, reason: row.reason } }
        : { key: 'logPutOffline', values: { actor, subject } };
    case 'undid-put-offline':
      return { key: 'logUndidPutOffline', values: { actor, subject } };
    case 'time-ended':
      return { key: 'logTimeEnded', values: { subject } };
    case 'removed':
      return { key: 'logRemoved', values: { subject } };
    case 'enabled-chat':
      return { key: 'logEnabledChat', values: { actor } };
    case 'disabled-chat':
      return { key: 'logDisabledChat', values: { actor } };
    case 'changed-settings':
      return row.changed && row.changed.length > 0
        ? { key: 'logChangedSettings', values: { actor, changed: words.settings(row.changed) } }
        : { key: 'logChangedSettingsPlain', values: { actor } };
    case 'renewed-widget-id':
      return { key: 'logRenewedWidgetId', values: { actor } };
  }
}
