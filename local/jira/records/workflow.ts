import type { Project } from '../projects';

export interface Status {
  id: string;
  name: string;
  category: StatusCategory;
}

/** As the platform API names them; Jira Service Management says NEW, INDETERMINATE and DONE. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

/** What resolved issues are resolved as. */
export interface Resolution {
  id: string;
  name: string;
}

/** A field on a transition's screen. Those without a default must be filled by whoever takes the transition. */
export interface ScreenField {
  id: string;
  name: string;
  /** What a resolution can be; none for a text. */
  options: Resolution[];
}

export interface Transition {
  id: string;
  name: string;
  from: string[];
  to: Status;
  screen: ScreenField[];
  /** A condition of the workflow: nobody else is offered it. */
  onlyAssignee: boolean;
  /** What an end resolves as, where its screen does not ask. */
  resolution: Resolution;
}

export interface Workflow {
  /** Where requests begin. */
  first: Status;
  statuses: Status[];
  transitions: Transition[];
}

const FIXED: Resolution = { id: '10000', name: 'Done' };
const WONT_DO: Resolution = { id: '10001', name: 'Won’t do' };
const DUPLICATE: Resolution = { id: '10002', name: 'Duplicate' };
const RESOLUTIONS = [FIXED, WONT_DO, DUPLICATE];

/** Issues that were resolved before their resolution was kept were all done. */
export const resolutionOf = (id: string | null | undefined): Resolution =>
  RESOLUTIONS.find((resolution) => resolution.id === id) ?? FIXED;

const resolutionField = (...options: Resolution[]): ScreenField => ({
  id: 'resolution',
  name: 'Resolution',
  options,
});

function transition(
  id: string,
  name: string,
  from: Status[],
  to: Status,
  rest: Partial<Pick<Transition, 'screen' | 'onlyAssignee' | 'resolution'>> = {},
): Transition {
  return {
    id,
    name,
    from: from.map((status) => status.id),
    to,
    screen: [],
    onlyAssignee: false,
    resolution: FIXED,
    ...rest,
  };
}

const IN_PROGRESS: Status = { id: '3', name: 'In progress', category: 'indeterminate' };
const WAITING: Status = { id: '10101', name: 'Waiting for support', category: 'new' };
const RESOLVED: Status = { id: '5', name: 'Resolved', category: 'done' };
const TO_DO: Status = { id: '10100', name: 'To do', category: 'new' };
const DONE: Status = { id: '10102', name: 'Done', category: 'done' };

function workflowOf(first: Status, last: Status, canReopen: boolean): Workflow {
  const open = [first, IN_PROGRESS];
  return {
    first,
    statuses: [...open, last],
    transitions: [
      transition('11', 'Start progress', [first], IN_PROGRESS),
      transition('21', last === DONE ? 'Done' : 'Resolve', open, last),
      ...(canReopen ? [transition('31', 'Reopen', [last], first)] : []),
    ],
  };
}

/** Many ends, as admins make them: no resolution comes first, and some ask for more. */
function manyEnds(): Workflow {
  const open = [WAITING, IN_PROGRESS];
  const canceled: Status = { id: '10103', name: 'Canceled', category: 'done' };
  const closed: Status = { id: '6', name: 'Closed', category: 'done' };
  const handedOver: Status = { id: '10104', name: 'Handed over', category: 'done' };
  const ends = [canceled, handedOver, closed, RESOLVED];
  const supplier: ScreenField = { id: 'customfield_10050', name: 'Supplier’s reference', options: [] };
  return {
    first: WAITING,
    statuses: [...open, ...ends],
    transitions: [
      transition('41', 'Cancel request', open, canceled, { resolution: WONT_DO }),
      transition('11', 'Start progress', [WAITING], IN_PROGRESS),
      transition('61', 'Hand over to supplier', open, handedOver, { screen: [supplier], onlyAssignee: true }),
      transition('51', 'Close', open, closed, { screen: [resolutionField(...RESOLUTIONS)] }),
      transition('21', 'Resolve', open, RESOLVED, { screen: [resolutionField(FIXED)] }),
      transition('32', 'Back to work', ends, IN_PROGRESS),
      transition('31', 'Reopen', ends, WAITING),
    ],
  };
}

const SERVICE = workflowOf(WAITING, RESOLVED, true);
/** What is closed there stays closed: who has more to say asks anew. */
const SERVICE_FINAL = workflowOf(WAITING, RESOLVED, false);
const SOFTWARE = workflowOf(TO_DO, DONE, true);

const OF_PROJECT: Readonly<Record<string, Workflow>> = { OPS: manyEnds(), HR: SERVICE_FINAL };

export function workflowFor({ key, type }: Pick<Project, 'key' | 'type'>): Workflow {
  return type === 'software' ? SOFTWARE : (OF_PROJECT[key] ?? SERVICE);
}

export function statusOf(project: Pick<Project, 'key' | 'type'>, statusId: string): Status {
  const { statuses, first } = workflowFor(project);
  return statuses.find(({ id }) => id === statusId) ?? first;
}
