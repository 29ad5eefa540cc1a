import { heldFrom } from './clock/compiled-schedule';
import { noEntry, type Desk, type Portal } from './desk';
import type { LogEntry } from './log-entry';
import type { ProjectSettings } from './settings';
import { changed, refused, unchanged, type Transition } from './transition';

export interface SettingsOperation {
  actor: string;
  operationId: string;
  now: number;
}

/**
 * Saves the settings on top of revision `rev`. Enabling chat for the first time takes `widgetId`;
 * disabling it sends everybody offline, so that nobody is found online when it is enabled again (rule S1).
 */
export function saveSettings(
  desk: Desk,
  { actor, operationId, now }: SettingsOperation,
  {
    settings,
    rev,
    portal,
    widgetId,
  }: { settings: ProjectSettings; rev: number; portal: Portal | null; widgetId: string },
): Transition {
  if (desk.settingsOperation === operationId) return unchanged(desk);
  const names = changedSettings(desk.settings, settings);
  // Also a second click, or somebody with the same idea.
  if (names.length === 0) return unchanged(desk);
  if (desk.settingsRev !== rev) {
    return refused(
      'conflict',
      'Someone else saved these settings in the meantime. Check their version, then save yours.',
    );
  }
  const switched = names.includes('chatEnabled');
  const others = names.filter((name) => name !== 'chatEnabled');
  const log: LogEntry[] = [];
  if (switched) log.push(entry(settings.chatEnabled ? 'enabled-chat' : 'disabled-chat'));
  if (others.length > 0) log.push({ ...entry('changed-settings'), changed: others });
  return changed(
    {
      ...desk,
      settings,
      settingsRev: rev + 1,
      settingsOperation: operationId,
      portal: portal ?? desk.portal,
      widgetId: desk.widgetId ?? (settings.chatEnabled ? widgetId : null),
      roster: switched ? onlySchedules(desk.roster, now) : desk.roster,
    },
    ...log,
  );

  function entry(event: LogEntry['event']): LogEntry {
    return { event, at: now, actor, subject: null };
  }
}

/** Schedules stay, and start nobody: they hold from their next start, as if they were saved now. */
function onlySchedules(roster: Desk['roster'], now: number): Desk['roster'] {
  const status = { kind: 'offline', since: now, ended: true } as const;
  return Object.fromEntries(
    Object.entries(roster).flatMap(([accountId, { schedule }]) =>
      schedule ? [[accountId, { ...noEntry(now), status, schedule: heldFrom(schedule, now) }]] : [],
    ),
  );
}

/** A new public id: pages that carry the old one draw nothing from now on. */
export function renewWidgetId(
  desk: Desk,
  { actor, operationId, now }: SettingsOperation,
  widgetId: string,
): Transition {
  if (desk.settingsOperation === operationId) return unchanged(desk);
  if (desk.widgetId === null) {
    return refused('chat-disabled', 'There’s no embed code yet. Turn on chat first.');
  }
  return changed(
    { ...desk, widgetId, settingsRev: desk.settingsRev + 1, settingsOperation: operationId },
    { event: 'renewed-widget-id', at: now, actor, subject: null },
  );
}

/** What was done is kept elsewhere; that it was is written down, once for each operation. */
export function note(
  desk: Desk,
  { actor, operationId, now }: SettingsOperation,
  event: LogEntry['event'],
  more: Pick<LogEntry, 'count'> = {},
): Transition {
  if (desk.settingsOperation === operationId) return unchanged(desk);
  return changed(
    { ...desk, settingsOperation: operationId },
    { event, at: now, actor, subject: null, ...more },
  );
}

function changedSettings(before: ProjectSettings, after: ProjectSettings): (keyof ProjectSettings)[] {
  const names = Object.keys(after) as (keyof ProjectSettings)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
