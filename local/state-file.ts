import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { kvsSnapshotSchema } from './platform/kvs-snapshot';
import type { PendingEvent } from './platform/queue';
import type { Site } from './site';
import { restoreState, stateOf } from './site-state';
import type { Timer } from './timer-queue';

const FILE_NAME = 'site.json';
const VERSION = 1;
const SAVE_AFTER_MS = 500;

const stateSchema = z.object({
  version: z.literal(VERSION),
  kvs: kvsSnapshotSchema,
  queue: z.array(
    z.custom<PendingEvent>(
      (event) => z.object({ event: z.object({}), dueAt: z.number() }).safeParse(event).success,
    ),
  ),
  jira: z.unknown(),
});
type State = z.infer<typeof stateSchema>;

/** The message is one sentence for whoever started the site. */
export class StateFileError extends Error {}

/** Keeps a site's state in a folder over restarts. */
export interface StateFile {
  /** False when there is none yet. */
  load(site: Site): boolean;
  /** Saves the site whenever it changed, until the returned function saves it for the last time. */
  keep(site: Site): () => void;
}

export function createStateFile(folder: string): StateFile {
  const file = path.resolve(folder, FILE_NAME);

  function save(site: Site): void {
    const state: State = { version: VERSION, ...stateOf(site) };
    // Written beside and renamed: whoever stops the process in between leaves the old state behind, not half a file.
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  }

  return {
    load(site) {
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        if (!existsSync(file)) return false;
        const state = stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
        restoreState(site, state);
        return true;
      } catch (error) {
        const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
        throw new StateFileError(
          `${file} cannot be read${reason}: delete it to start anew, or choose another --data folder.`,
        );
      }
    },
    keep(site) {
      let timer: Timer | undefined;
      const saveSoon = (): void => {
        timer ??= site.clock.setTimeout(() => {
          timer = undefined;
          save(site);
        }, SAVE_AFTER_MS);
      };
      const stopListening = [site.kvs.onChange(saveSoon), site.jira.onChange(saveSoon)];
      return () => {
        for (const stop of stopListening) stop();
        site.clock.clearTimeout(timer);
        save(site);
      };
    },
  };
}
