import type { FlagOptions } from '@forge/bridge';
import type { ServerClock } from './server-clock';
import type { Texts } from './texts';

/** A flag of Jira's that is on the page. */
export interface ShownFlag {
  close(): Promise<unknown>;
}

export type FlagAction = NonNullable<FlagOptions['actions']>[number];

/** What everybody needs who raises flags. */
export interface FlagNeeds {
  texts: Texts;
  clock: ServerClock;
  showFlag(options: FlagOptions): ShownFlag;
}
