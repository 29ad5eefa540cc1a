import type { Project } from '../projects';

export interface Status {
  id: string;
  name: string;
  category: StatusCategory;
}

/** As the platform API names them; Jira Service Management says NEW, INDETERMINATE and DONE. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface Transition {
  id: string;
  name: string;
  from: string[];
  to: Status;
}

export interface Workflow {
  /** Where requests begin. */
  first: Status;
  statuses: Status[];
  transitions: Transition[];
}

/** What resolved issues are resolved as. */
export const RESOLUTION = { id: '10000', name: 'Done' };

const IN_PROGRESS: Status = { id: '3', name: 'In progress', category: 'indeterminate' };

function workflowOf(first: Status, last: Status, canReopen: boolean): Workflow {
  const transitions: Transition[] = [
    { id: '11', name: 'Start progress', from: [first.id], to: IN_PROGRESS },
    { id: '21', name: last.id === DONE.id ? 'Done' : 'Resolve', from: [first.id, IN_PROGRESS.id], to: last },
    ...(canReopen ? [{ id: '31', name: 'Reopen', from: [last.id], to: first }] : []),
  ];
  return { first, statuses: [first, IN_PROGRESS, last], transitions };
}

const WAITING: Status = { id: '10101', name: 'Waiting for support', category: 'new' };
const RESOLVED: Status = { id: '5', name: 'Resolved', category: 'done' };
const TO_DO: Status = { id: '10100', name: 'To do', category: 'new' };
const DONE: Status = { id: '10102', name: 'Done', category: 'done' };

/** What is closed in these projects stays closed: who has more to say asks anew. */
const FINAL = new Set(['HR']);

const SERVICE = workflowOf(WAITING, RESOLVED, true);
const SERVICE_FINAL = workflowOf(WAITING, RESOLVED, false);
const SOFTWARE = workflowOf(TO_DO, DONE, true);

export function workflowFor({ key, type }: Pick<Project, 'key' | 'type'>): Workflow {
  if (type === 'software') return SOFTWARE;
  return FINAL.has(key) ? SERVICE_FINAL : SERVICE;
}

export function statusOf(project: Pick<Project, 'key' | 'type'>, statusId: string): Status {
  const { statuses, first } = workflowFor(project);
  return statuses.find(({ id }) => id === statusId) ?? first;
}
