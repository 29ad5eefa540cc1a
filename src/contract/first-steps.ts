import * as z from 'zod';
import type { RequestTypeProblem } from '../domain/request-type-problem';
import { projectId } from './fields';

/** What is still missing until customers can chat, for admins. Instants are ISO strings. */

interface ProjectName {
  id: string;
  key: string;
  name: string;
}

export interface FirstSteps {
  now: string;
  /** Which the steps are about; null: chat is on in none. */
  project: ProjectName | null;
  /** Where it can be turned on, where it is on in none: by name, so many at most. */
  choices?: ProjectName[];
  /** Whether the viewer could go online there. */
  isAgent: boolean;
  chat: { done: boolean };
  /** Can a chat become a request? Null: Jira does not say now. */
  requests: {
    done: boolean;
    problem: RequestTypeProblem | null;
    /** What it is raised as; null: nothing fits. */
    name: string | null;
    /** Required fields of the chosen one, or of the first, that a chat cannot fill. */
    missing: string[];
  } | null;
  /** Has anybody ever been online? */
  online: { done: boolean; count: number };
  /** Has anybody seen the icon? */
  seen: {
    done: boolean;
    portalAt: string | null;
    websites: { origin: string; at: string; isAllowed: boolean }[];
    portalUrl: string | null;
    snippet: string | null;
  };
  done: boolean;
}

export interface FirstStepsValues {
  getFirstSteps: FirstSteps;
}

export const firstStepsSchemas = {
  /** Without a project: of the whole site, for Jira admins. */
  getFirstSteps: z.strictObject({ projectId: projectId.optional() }),
} as const;
