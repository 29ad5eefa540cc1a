import { noSuchServiceDesk } from '../records/jira-refusal';
import type { Project } from '../projects';
import type { JiraState } from './jira-state';

/** A project that has a service desk. */
export type ServiceDesk = Project & { serviceDeskId: string };

const hasServiceDesk = (project: Project): project is ServiceDesk => project.serviceDeskId !== null;

export const serviceDesksOf = (directory: JiraState): ServiceDesk[] =>
  directory.projects().filter(hasServiceDesk);

/** By the desk's id, or the project's id or key. Throws a JiraRefusal when there is none. */
export function serviceDeskOf(directory: JiraState, wanted: string): ServiceDesk {
  const desk = serviceDesksOf(directory).find(({ id, key, serviceDeskId }) =>
    [serviceDeskId, id, key].includes(wanted),
  );
  if (!desk) throw noSuchServiceDesk();
  return desk;
}
