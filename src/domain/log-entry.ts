/** What the log of a project says happened. */
export const LOG_EVENTS = [
  'went-online',
  'went-offline',
  'not-today',
  'took-break',
  'back-from-break',
  'put-offline',
  'undid-put-offline',
  'time-ended',
  'removed',
  'enabled-chat',
  'disabled-chat',
  'changed-settings',
  'renewed-widget-id',
  'planned-closure',
  'ended-closure',
  'renewed-identity-secret',
  'changed-saved-replies',
  'blocked-visitor',
  'unblocked-visitor',
  'released-chats',
  'rejected-chats',
  'exported-person',
  'erased-person',
] as const;
/** Stands in a log for somebody whose account was closed. */
export const ERASED_PERSON = 'erased';

export type LogEvent = (typeof LOG_EVENTS)[number];

/** One line of a project's log, as stored. Account ids only: names are fetched when it is shown. */
export interface LogEntry {
  event: LogEvent;
  /** Epoch milliseconds. */
  at: number;
  /** Who did it; null: Frontdesk itself. */
  actor: string | null;
  /** To whom, where that is somebody else; null: nobody else. */
  subject: string | null;
  /** went-online: the end chosen; by schedule, a break and a closure: when it ends. */
  until?: number | null;
  /** went-online: by schedule. planned-closure: when it begins. */
  bySchedule?: true;
  from?: number;
  /** put-offline: the reason given. */
  reason?: string | null;
  /** changed-settings: which ones. */
  changed?: string[];
  /** released-chats, rejected-chats: how many. */
  count?: number;
}
