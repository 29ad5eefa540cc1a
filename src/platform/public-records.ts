import { createHash } from 'node:crypto';
import { summarize } from '../domain/summarize';
import type { Hours } from '../domain/clock/schedule';
import type { Desk } from '../domain/desk';
import { encodeSummary } from '../domain/summary-record';
import type { CustomerHours, PublicConfig } from '../storage-ports';
import { STARTS_PER_DAY } from '../domain/limits';
import { storageKey } from './storage';

/** One row of the list of desks (`p:`), also found by service desk (`d:`). */
export interface ProjectRecord {
  projectId: string;
  chatEnabled: boolean;
  widgetId: string | null;
}

/**
 * Every plain record that follows from a desk, by storage key. A disabled desk has no summary and no config:
 * for the customer side it is as unknown as an id that never was (rule C7).
 */
export function publicRecordsOf(desk: Desk, now: number): Map<string, unknown> {
  const { projectId, widgetId, portal } = desk;
  const { chatEnabled, welcomeText, anonymous, allowedOrigins, suggestRegistration } = desk.settings;
  const { loggedInOnly, startsPerDay, hours, portalLine } = desk.settings;
  const records = new Map<string, unknown>();
  const listing: ProjectRecord = { projectId, chatEnabled, widgetId };
  records.set(storageKey.project(projectId), listing);
  if (portal) records.set(storageKey.serviceDesk(portal.serviceDeskId), listing);
  if (!chatEnabled || widgetId === null || portal === null) return records;
  const shown = { welcomeText, anonymous, allowedOrigins, suggestRegistration };
  const config: PublicConfig = {
    projectId,
    ...shown,
    ...portal,
    // What is as ever is not said, so that pages need not load anew what did not change.
    ...(loggedInOnly && { loggedInOnly }),
    ...(startsPerDay !== STARTS_PER_DAY && { startsPerDay }),
    ...(hours.mode === 'customer' && { hours: inOwnTime(hours) }),
    ...(portalLine && { portalLine }),
  };
  const version = versionOf(config);
  records.set(storageKey.summary(widgetId), encodeSummary({ ...summarize(desk, now), config: version }));
  records.set(storageKey.config(widgetId), { ...config, version } satisfies PublicConfig);
  return records;
}

const inOwnTime = ({ slots, holidays }: Hours): CustomerHours => ({
  slots,
  holidays: holidays.map(({ from, to }) => ({ from, to })),
});

/** Short: it is part of every answer to a poll. */
const versionOf = (config: PublicConfig): string =>
  createHash('sha256').update(JSON.stringify(config)).digest('base64url').slice(0, 8);

/**
 * What a commit writes and deletes besides the desk. All of it every time: it costs nothing extra in a
 * transaction, and a record that was lost or has an older form is right again after the next change.
 */
export function publicChanges(
  before: Desk | null,
  after: Desk,
  now: number,
): { set: Map<string, unknown>; remove: string[] } {
  const set = publicRecordsOf(after, now);
  const had = before ? publicRecordsOf(before, now).keys() : [];
  return { set, remove: [...had].filter((key) => !set.has(key)) };
}
