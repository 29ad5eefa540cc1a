import * as z from 'zod';
import type { AvailabilityState } from '../domain/availability';
import { OPERATION_ID_LENGTH, REASON_LENGTH } from '../domain/limits';
import type { Person } from '../domain/person';
import type { PlannedClosure } from './clock';
import { accountId, instant, minutes, operationId, projectId, projectKey, scope } from './fields';

/** My status, and who is online. Instants are ISO strings. */

/** Why somebody has the status they have. */
type PresenceReason = 'by-hand' | 'by-schedule' | 'expected' | 'break' | 'put-offline' | 'none';

/** Whether I am there is asked of me (rules H2, H8). */
export interface AskedOfMe {
  why: 'roll-call' | 'break';
  /** When it began, and until when an answer is waited for. */
  since: string;
  until: string;
  /** Until when I would be online. */
  end: string | null;
  projectIds: string[];
}

/** What customers are told beside the state (rules H4, H5). */
export interface ToldToCustomers {
  until: string | null;
  nextOnlineAt: string | null;
  expected?: true;
  closed?: { until: string; message: string };
}

/** What customers would be told during a break that began now, in each project where I would take it (rule H8). */
export interface BreakPreview {
  now: string;
  projects: { projectId: string; state: AvailabilityState; told?: ToldToCustomers }[];
}

/** What an agent is told who was put offline (rule S6). */
export interface PutOfflineNotice {
  projectId: string;
  projectName: string;
  by: Person;
  at: string;
  reason: string | null;
}

export interface AgentRow extends Person {
  /** When this online session began. */
  since: string;
  /** When it ends by itself; null: until they go offline. */
  until: string | null;
  /** `expected`: not online, and asked whether they are there until `until`. */
  why: 'by-hand' | 'by-schedule' | 'expected';
  /** Identifies the online session that was seen: what `putOffline` compares. */
  session: string;
}

/** A project with chat enabled in which I am an agent, or whose agents I may put offline. */
export interface MyProject {
  id: string;
  key: string;
  name: string;
  isAgent: boolean;
  mayPutOffline: boolean;
  online: boolean;
  /** While online. */
  why?: 'by-hand' | 'by-schedule';
  until: string | null;
  onlineCount: number;
  /** While nobody is online, customers see no chat icon. */
  hideWhenOffline?: true;
  /** Absent: it is not. */
  closed?: { until: string; message: string };
}

/** A chat of mine whose customer waits for a reply. */
export interface OwnWaitingChat {
  conversationId: string;
  projectId: string;
  issueKey: string | null;
  /** Null: anonymous; show the project's own word for that. */
  customer: string | null;
  waitingSince: string;
}

/** My chats in one project that wait for a reply (rule S11). */
export interface OwnWaitingChats {
  projectId: string;
  count: number;
  /** There may be more of them than were counted. */
  isMore?: true;
  /** What anonymous visitors are called in this project. */
  anonymousName: string;
  /** The longest wait first; at most WAITING_CHATS. */
  chats: OwnWaitingChat[];
}

export interface Panel {
  /** The server's time: count down from this, not from the browser's clock. */
  now: string;
  me: Person & {
    /** In the project; without a project: in any. */
    isAgent: boolean;
    mayPutOffline: boolean;
    online: boolean;
    reason: PresenceReason;
    /** Without a project: the soonest end. */
    until: string | null;
    /** Not older than a day, newest first; in the project, or without one in any. */
    notices: PutOfflineNotice[];
    /** In any of my projects, whatever the page's own is. Absent: nothing is asked. */
    asked?: AskedOfMe;
    /** The end of my working hours that run, or of the next ones today; absent: none. */
    workEnds?: string;
    /** I have one, in the project or in any. */
    hasSchedule?: true;
    /** Never been online: there is something to explain. */
    isNew?: true;
    /**
     * Where some of my chats wait for a reply: of the projects in which I am online, told when the dialog was opened,
     * and of those in which I just went offline.
     */
    waitingChats?: OwnWaitingChats[];
  };
  /** Absent where there is no project, or none in which I have a part. */
  project?: {
    id: string;
    key: string;
    name: string;
    chatEnabled: boolean;
    /** What customers see. */
    state: AvailabilityState;
    told?: ToldToCustomers;
    /** I may close it for a time (rule H4). */
    mayClose?: true;
    /** What whoever may close it can change or end; absent: nothing. */
    closures?: PlannedClosure[];
    /** While nobody is online, customers see no chat icon. */
    hideWhenOffline?: true;
  };
  /** In the project; without one: over my projects. */
  onlineCount: number;
  /**
   * Longest online first, so that a forgotten agent is on top; I come first. At most PANEL_ROWS; whose time ends
   * last is always among them, since that is how long customers are promised somebody (rule S13). Those expected come
   * after those online, and do not count as such.
   */
  agents: AgentRow[];
  /** My projects with chat enabled, by name. */
  projects: MyProject[];
  /** Rule I5, decided for this page and person. */
  showIndicator: boolean;
  /** When something of all this changes by itself, if nobody does anything: ask again then. */
  changesAt?: string;
  /** What to offer first; minutes null: until I go offline. */
  preferences: { minutes: number | null; scope: 'project' | 'all' };
  /** Global setting: the longest online time; null: no bound. */
  longestMinutes: number | null;
}

export const panelSchemas = {
  getPanel: z.strictObject({
    projectId: projectId.optional(),
    projectKey: projectKey.optional(),
    /** Somebody opened it, to act: who was no agent a moment ago may be one now, and who is online is told what waits. */
    opened: z.literal(true).optional(),
  }),
  goOnline: z
    .strictObject({
      scope,
      projectId: projectId.optional(),
      until: instant.nullable().optional(),
      operationId,
      /** What the agent chose, to be offered first next time; does not decide anything. */
      remember: z.strictObject({ minutes: minutes.nullable(), scope }).optional(),
    })
    .refine(({ scope, projectId }) => scope === 'all' || projectId !== undefined, {
      message: 'is needed when the scope is "project"',
      path: ['projectId'],
    }),
  goOffline: z
    .strictObject({ scope, projectId: projectId.optional(), operationId })
    .refine(({ scope, projectId }) => scope === 'all' || projectId !== undefined, {
      message: 'is needed when the scope is "project"',
      path: ['projectId'],
    }),
  putOffline: z.strictObject({
    projectId,
    accountId,
    session: z.string().min(1).max(OPERATION_ID_LENGTH),
    reason: z.string().max(REASON_LENGTH).optional(),
    operationId,
  }),
  undoPutOffline: z.strictObject({ projectId, accountId, operationId }),
  /** What is offered first when I go online, without going online. */
  savePreferences: z.strictObject({ minutes: minutes.nullable(), scope }),
} as const;
