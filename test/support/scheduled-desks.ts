import type { Site } from '../../local/site';
import { compileSchedule } from '../../src/domain/clock/compiled-schedule';
import type { Schedule } from '../../src/domain/clock/schedule';
import { noEntry, type Desk, type RosterEntry } from '../../src/domain/desk';
import { encodeDesk } from '../../src/platform/desk-record';
import { publicRecordsOf } from '../../src/platform/public-records';
import { ALL_DAYS, aSchedule, slotsOn } from './clock-builders';

const TIMES = ['08:00-12:00', '08:30-12:30', '09:00-13:00', '12:30-17:00', '13:00-18:00', '14:00-20:00'];
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];
const DAY = 24 * 60 * 60_000;

/** Shifts of a team around the world, half of whom have to say that they are there. */
export const shiftOf = (index: number): Schedule =>
  aSchedule({
    zone: ZONES[index % ZONES.length] ?? 'UTC',
    slots: slotsOn(ALL_DAYS, TIMES[index % TIMES.length] ?? ''),
    rollCall: index % 2 === 0 ? 'confirm' : 'automatic',
  });

export const SAVED_BEFORE_MS = DAY;

/** Whoever is named works one of these shifts, and saved it the day before `now`. */
export function onShifts(accountIds: readonly string[], now: number): Record<string, RosterEntry> {
  const savedAt = now - SAVED_BEFORE_MS;
  return Object.fromEntries(
    accountIds.map((accountId, index) => [
      accountId,
      { ...noEntry(savedAt), schedule: compileSchedule(shiftOf(index), { rev: 1, savedAt, now }) },
    ]),
  );
}

/** As if somebody had changed them at `now`: the desk, and what customers' pages read. */
export function storeDesks(site: Pick<Site, 'kvs'>, desks: readonly Desk[], now: number): void {
  for (const desk of desks) {
    storeRecord(site, '/api/v1/entity/set', {
      entityName: 'desk',
      key: desk.projectId,
      value: encodeDesk(desk),
    });
    for (const [key, value] of publicRecordsOf(desk, now)) storeRecord(site, '/api/v1/set', { key, value });
  }
}

export function storeRecord(site: Pick<Site, 'kvs'>, path: string, record: object): void {
  const { status, body } = site.kvs.handle(path, JSON.stringify(record));
  if (status >= 300) throw new Error(`The storage refused ${path}: ${body}`);
}
