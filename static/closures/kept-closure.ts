import type { PlannedClosure } from '../../src/contract/clock';
import { draftKeeper, type DraftKeeper } from '../app/browser/draft-keeper';
import { customersRead, entryOf, type ClosureEntry } from './closure-entry';

/** A closure that is edited. */
export interface OpenClosure {
  /** As it was when it was opened; null: a new one. */
  row: PlannedClosure | null;
  first: ClosureEntry;
  entry: ClosureEntry;
}

export const openWith = (row: PlannedClosure | null, first: ClosureEntry): OpenClosure => ({
  row,
  first,
  entry: first,
});

export const isTyped = ({ first, entry }: OpenClosure): boolean =>
  JSON.stringify(entry) !== JSON.stringify(first);

/** What is to be saved yet: not what was stored after all, though its answer was lost. */
export function unsavedIn(
  keeper: ClosureKeeper,
  closures: readonly PlannedClosure[],
  now: number,
): OpenClosure | null {
  const typed = keeper.read();
  return typed && isStored(typed, closures, now) ? null : typed;
}

const isStored = ({ row, entry }: OpenClosure, closures: readonly PlannedClosure[], now: number): boolean =>
  closures
    .filter(({ closureId }) => !row || row.closureId === closureId)
    .map((each) => entryOf(each, now))
    .some(
      ({ starts, from, until, message }) =>
        until === entry.until &&
        message === customersRead(entry.message) &&
        starts === entry.starts &&
        (starts === 'now' || from === entry.from),
    );

export type ClosureKeeper = DraftKeeper<OpenClosure>;

export const closureKeeper = (accountId: string, projectId: string): ClosureKeeper =>
  draftKeeper<OpenClosure>(
    { prefix: 'frontdesk.closure.', accountId, about: projectId },
    ({ row, first, entry }) => (row === null || isRow(row)) && [first, entry].every(isEntry),
  );

const areTexts = (...values: unknown[]): boolean => values.every((each) => typeof each === 'string');

const isRow = ({ closureId, from, until, message }: Partial<PlannedClosure>): boolean =>
  areTexts(closureId, from, until, message);

const isEntry = ({ starts, from, until, message }: Partial<ClosureEntry>): boolean =>
  areTexts(starts, from, until, message);
