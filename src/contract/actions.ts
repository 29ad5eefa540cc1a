import * as z from 'zod';
import type { AvailabilityState } from '../domain/availability';
import { projectKey } from './fields';

/**
 * What machines ask inside Jira: `action` modules, for Rovo's agents. Not strict: what else the platform tells a function
 * stands beside the inputs. Within a version members are added, never changed.
 */
export const isSomebodyThereInputs = z.object({
  projectKey: z.string().trim().toUpperCase().pipe(projectKey),
});

/** The public answer, and nothing that it does not say: never who. */
export interface SomebodyThere {
  /** `unknown`: it could not be told now, so it is never `online`. `disabled`: the space has no chat. */
  state: AvailabilityState | 'unknown';
  /** ISO instants in UTC; null: not known. While online, when that ends. */
  until: string | null;
  nextOnlineAt: string | null;
  /** `nextOnlineAt` depends on whether someone says then that they are there. */
  expected: boolean;
  /** The space's chat is closed until then, whoever is there. */
  closedUntil: string | null;
}

/** What stops an automation, and what an agent of Rovo is told instead of an answer. */
export interface ActionErrors {
  errors: { message: string }[];
}
