import type { AgentRow, Panel } from '../../src/contract/panel';
import type { Person } from '../../src/domain/person';
import { lastToEnd } from '../../src/domain/promise';

/** What customers of a project are promised (rule S13). */
export type CustomerPromise =
  | {
      kind: 'someone';
      /** Epoch ms at which nobody is online any more; null: no end is set. */
      until: number | null;
      /** Because of whom. */
      by: Person;
      /** What they see after it. */
      after: 'offline' | 'hidden';
    }
  /** "Offline", no chat icon while nobody is online, or no chat at all. */
  | { kind: 'offline' | 'hidden' | 'disabled' };

type Needs = Pick<Panel, 'agents' | 'project'>;

/** The promise ends with the last of all online times. */
export function promiseOf({ agents, project }: Needs): CustomerPromise {
  if (!project?.chatEnabled) return { kind: 'disabled' };
  const after = project.hideWhenOffline ? 'hidden' : 'offline';
  const last = lastToEnd(agents, endOf);
  return last === null ? { kind: after } : { kind: 'someone', until: endOf(last), by: last, after };
}

const endOf = ({ until }: Pick<AgentRow, 'until'>): number | null =>
  until === null ? null : Date.parse(until);
