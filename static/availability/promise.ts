import type { AgentRow, Panel } from '../../src/contract/panel';
import type { Person } from '../../src/domain/person';
import { lastToEnd } from '../../src/domain/promise';
import { isOnlineRow } from './panel-at';

/** When somebody is there again, epoch ms; `expected`: if they confirm it. */
interface Next {
  at: number;
  expected: boolean;
}

/** What customers of a project are promised (rules S13, H5). */
export type CustomerPromise =
  | {
      kind: 'someone';
      /** Epoch ms at which nobody is online any more; null: no end is set. */
      until: number | null;
      /** Because of whom, as far as it is one of those online now. */
      by: Person | null;
      /** What they see after it. */
      after: 'offline' | 'hidden';
    }
  /** Nobody online: in which words isn't known. */
  | { kind: 'nobody' }
  /** "Offline", or no chat icon while nobody is online. */
  | { kind: 'offline' | 'hidden'; next?: Next }
  /** No chat icon, whoever is online. */
  | { kind: 'outside-hours'; next?: Next }
  | { kind: 'closed'; until: number; message: string }
  /** No chat at all. */
  | { kind: 'disabled' };

type Needs = Pick<Panel, 'agents' | 'project'> & { me: Pick<Panel['me'], 'reason'> };

/** As customers are told it; as long as that is not known, the promise ends with the last of all online times. */
export function promiseOf({ agents, project, me }: Needs): CustomerPromise {
  if (!project?.chatEnabled) return { kind: 'disabled' };
  const { told, state } = project;
  if (told?.closed) {
    const { until, message } = told.closed;
    return { kind: 'closed', until: Date.parse(until), message };
  }
  const online = agents.filter(isOnlineRow);
  const after = project.hideWhenOffline ? 'hidden' : 'offline';
  const next = told?.nextOnlineAt
    ? { next: { at: Date.parse(told.nextOnlineAt), expected: told.expected === true } }
    : {};
  if (isOutsideHours(project, online.length)) return { kind: 'outside-hours', ...next };
  const last = lastToEnd(online, endOf);
  if (told && state === 'online') {
    // One whose time ends may go on by schedule, or be followed by another (rule S13).
    const until = told.until === null ? null : Date.parse(told.until);
    return { kind: 'someone', until, by: last && isSameSecond(endOf(last), until) ? last : null, after };
  }
  // A break's end is told, unless something else is: only the server knows.
  if (last === null && after === 'offline' && !told && me.reason === 'break') return { kind: 'nobody' };
  return last === null ? { kind: after, ...next } : { kind: 'someone', until: endOf(last), by: last, after };
}

/** Is the chat icon gone although somebody is online, or although it stays when nobody is? */
export const isOutsideHours = (
  { state, hideWhenOffline }: Pick<NonNullable<Panel['project']>, 'state' | 'hideWhenOffline'>,
  onlineCount: number,
): boolean => state === 'hidden' && (onlineCount > 0 || !hideWhenOffline);

const endOf = ({ until }: Pick<AgentRow, 'until'>): number | null =>
  until === null ? null : Date.parse(until);

/** Customers are told whole seconds. */
const isSameSecond = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.floor(a / 1_000) === Math.floor(b / 1_000);
