import { noSuchServiceDesk } from '../records/jira-refusal';
import type { Project } from '../projects';
import type { JiraState } from './jira-state';

/** A project that has a service desk. */
export type ServiceDesk = Project & { serviceDeskId: string };

const hasServiceDesk = (project: Project): project is ServiceDesk => project.serviceDeskId !== null;

export const serviceDesksOf = (directory: JiraState): ServiceDesk[] =>
  directory.projects().filter(hasServiceDesk);

const IDENTIFIER = /^(?:(serviceDeskId|projectId|projectKey):)?(.*)$/s;

/**
 * By any of the identifiers that Jira Service Management documents: `15`, `serviceDeskId:15`, `projectId:10012`, `ABC`,
 * `projectKey:ABC`. A bare number is never a project's id. Throws a JiraRefusal when there is none.
 */
export function serviceDeskOf(directory: JiraState, wanted: string): ServiceDesk {
  const [, kind, value] = IDENTIFIER.exec(wanted) ?? [];
  const desk = serviceDesksOf(directory).find(
    ({ id, key, serviceDeskId }) =>
      (value === serviceDeskId && (kind === undefined || kind === 'serviceDeskId')) ||
      (value === key && (kind === undefined || kind === 'projectKey')) ||
      (value === id && kind === 'projectId'),
  );
  if (!desk) throw noSuchServiceDesk();
  return desk;
}
