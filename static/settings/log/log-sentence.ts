import type { LogRow } from '../../../src/contract/settings';
import type { Person } from '../../../src/domain/person';
import type { TextKey } from '../../app/texts';

/** How the parts of a log sentence are worded; the page passes its language's. */
export interface LogWords {
  person(person: Person): string;
  /** Whose id is no longer kept. */
  someone: string;
  /** What nobody did by hand. */
  frontdesk: string;
  /** The end of an online time, seen from when it was chosen. */
  until(end: string, chosenAt: string): string;
  /** Beginning and end of a span, seen from when it was chosen. */
  span(from: string, until: string, chosenAt: string): { from: string; until: string };
  /** The names of settings as one enumeration. */
  settings(names: readonly string[]): string;
}

export interface LogSentence {
  key: TextKey;
  values: Record<string, string>;
}

/** Which sentence tells a log record, and what fills its gaps. */
export function logSentence(row: LogRow, words: LogWords): LogSentence {
  const actor = row.actor ? words.person(row.actor) : words.frontdesk;
  // Where somebody did it to themself there is only an actor; a deleted account leaves neither.
  const concerned = row.subject ?? row.actor;
  const subject = concerned ? words.person(concerned) : words.someone;
  switch (row.event) {
    case 'went-online':
      if (row.bySchedule && row.until)
        return {
          key: 'settings.logOnlineBySchedule',
          values: { actor: subject, until: words.until(row.until, row.at) },
        };
      return row.until
        ? {
            key: 'settings.logWentOnlineUntil',
            values: { actor: subject, until: words.until(row.until, row.at) },
          }
        : { key: 'settings.logWentOnline', values: { actor: subject } };
    case 'went-offline':
      return { key: 'settings.logWentOffline', values: { actor: subject } };
    case 'not-today':
      return { key: 'settings.logNotToday', values: { actor: subject } };
    case 'took-break':
      return {
        key: 'settings.logTookBreak',
        values: { actor: subject, until: row.until ? words.until(row.until, row.at) : '' },
      };
    case 'back-from-break':
      return { key: 'settings.logBackFromBreak', values: { actor: subject } };
    case 'planned-closure':
      return {
        key: 'settings.logPlannedClosure',
        values: {
          actor,
          ...(row.from && row.until ? words.span(row.from, row.until, row.at) : { from: '', until: '' }),
        },
      };
    case 'ended-closure':
      return { key: 'settings.logEndedClosure', values: { actor } };
    case 'put-offline':
      return row.reason
        ? { key: 'settings.logPutOfflineReason', values: { actor, subject, reason: row.reason } }
        : { key: 'settings.logPutOffline', values: { actor, subject } };
    case 'undid-put-offline':
      return { key: 'settings.logUndidPutOffline', values: { actor, subject } };
    case 'time-ended':
      return { key: 'settings.logTimeEnded', values: { subject } };
    case 'removed':
      return { key: 'settings.logRemoved', values: { subject } };
    case 'enabled-chat':
      return { key: 'settings.logEnabledChat', values: { actor } };
    case 'disabled-chat':
      return { key: 'settings.logDisabledChat', values: { actor } };
    case 'changed-settings':
      return row.changed && row.changed.length > 0
        ? { key: 'settings.logChangedSettings', values: { actor, changed: words.settings(row.changed) } }
        : { key: 'settings.logChangedSettingsPlain', values: { actor } };
    case 'renewed-widget-id':
      return { key: 'settings.logRenewedWidgetId', values: { actor } };
    case 'renewed-identity-secret':
      return { key: 'settings.logRenewedIdentitySecret', values: { actor } };
    case 'changed-saved-replies':
      return { key: 'saved.logChanged', values: { actor } };
    case 'blocked-visitor':
      return { key: 'settings.logBlockedVisitor', values: { actor } };
    case 'unblocked-visitor':
      return { key: 'settings.logUnblockedVisitor', values: { actor } };
    case 'released-chats':
      return { key: 'settings.logReleasedChats', values: { actor, count: String(row.count ?? 0) } };
    case 'rejected-chats':
      return { key: 'settings.logRejectedChats', values: { actor, count: String(row.count ?? 0) } };
    case 'exported-person':
      return { key: 'settings.logExportedPerson', values: { actor } };
    case 'erased-person':
      return { key: 'settings.logErasedPerson', values: { actor } };
  }
}
