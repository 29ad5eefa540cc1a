import * as z from 'zod';
import type { AvailabilityState } from '../domain/availability';
import { isZone } from '../domain/is-zone';
import type { Person } from '../domain/person';
import { projectId } from './fields';
import type { AgentRow } from './panel';

/** Who is there, who was today, and what waits (rule D11). Instants are ISO strings. */

export interface TeamMember extends Person {
  isOnline: boolean;
  /** Of today, in `spans`. */
  onlineMs: number;
  spans: { from: string; to: string }[];
}

export interface WaitingChat {
  conversationId: string;
  /** Null: anonymous. */
  customer: string | null;
  issueKey: string | null;
  since: string;
  assignee: Person | null;
}

export interface Team {
  now: string;
  project: { id: string; key: string; name: string };
  chatEnabled: boolean;
  /** What customers see. */
  state: AvailabilityState;
  /** They may set agents to offline, and read the activity log. */
  mayPutOffline: boolean;
  isAgent: boolean;
  anonymousName: string;
  /** Longest online first. At most PANEL_ROWS. */
  agents: AgentRow[];
  onlineCount: number;
  /** `from`: the beginning of the day in the viewer's zone, or later, where the log of the day is too long to be read. */
  today: { from: string; people: TeamMember[] };
  waiting: {
    count: number;
    /** More than were counted. */
    isMore: boolean;
    longestSince: string | null;
    /** For agents, who may open them: the longest wait first, TEAM_CHATS at most. Absent: they may not. */
    chats?: WaitingChat[];
  };
  /** First replies given today. `medianMs`: null below MEDIAN_LEAST of them. */
  answered: { n: number; isMore: boolean; medianMs: number | null };
}

export interface TeamValues {
  getTeam: Team;
}

export const teamSchemas = {
  getTeam: z.strictObject({
    projectId,
    /** The viewer's: where their day begins. */
    zone: z.string().max(64).refine(isZone, 'must be an IANA time zone'),
  }),
} as const;
