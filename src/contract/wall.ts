import * as z from 'zod';
import { WALL_SPACES } from '../domain/team-limits';
import type { WallState } from '../domain/wall';
import { projectId } from './fields';

/** What a wall on a dashboard shows of spaces (rule D12). Instants are ISO strings; names are null where nobody knows them. */

export interface WallToldBody {
  state: WallState;
  closedUntil: string | null;
  back: { at: string; expected: boolean } | null;
}

/** Some of a group by name, WALL_NAMES at most, and how many there are. */
export interface WallNames {
  names: (string | null)[];
  count: number;
}

export type WallNextBody =
  | ({ kind: 'online' | 'expected'; at: string } & WallNames)
  | { kind: 'no-one'; at: string; after: WallToldBody };

/** A space from `at` on, if nobody does anything. */
export interface WallMomentBody {
  at: string;
  told: WallToldBody;
  onlineCount: number;
  /** Whose time ends first comes first; WALL_NAMES at most. */
  online: { name: string | null; until: string | null }[];
  expected: WallNames;
  next: WallNextBody | null;
}

/** A space whose team the viewer may see. */
export interface WallTeam {
  id: string;
  name: string;
  waiting: { count: number; isMore: boolean; longestSince: string | null };
  /** Ascending; the first is true now. */
  moments: WallMomentBody[];
  /** From then on nothing is known (rule C8). */
  knownUntil: string;
}

/**
 * `unseen`: it does not exist, or not for the viewer. `not-theirs`: they may see it, and not its team. `chat-off`: there is
 * nothing to show.
 */
type WallGap = { id: string; why: 'unseen' } | { id: string; name: string; why: 'not-theirs' | 'chat-off' };

export type WallSpace = WallTeam | WallGap;

export interface Wall {
  now: string;
  /** As they were asked for. */
  spaces: WallSpace[];
}

/** A space that may be put on a wall; `why`: it is on it, and shows nothing to the viewer. */
export interface WallChoice {
  id: string;
  name: string | null;
  why?: WallGap['why'];
}

export interface WallValues {
  getWall: Wall;
  getWallChoices: { spaces: WallChoice[] };
}

export const wallSchemas = {
  getWall: z.strictObject({ projectIds: z.array(projectId).min(1).max(WALL_SPACES) }),
  /** `chosen`: what is on the wall already, which may be gone. */
  getWallChoices: z.strictObject({ chosen: z.array(projectId).max(WALL_SPACES) }),
} as const;
