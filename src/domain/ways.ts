import { saysItReopens, saysItResolves } from './transition-names';

/** Ways through a request's workflow, as Jira tells of them: which of them ends it, and which opens it again. */

export interface WorkflowStep {
  /** Of the transition. */
  id: string;
  name: string;
  /** Name of the status it leads to. */
  to: string;
  /** Key of that status's category: `new`, `indeterminate`, `done`; Jira may know others. */
  category: string;
  /** What its screen must be told, and does not know by itself. */
  required: RequiredField[];
}

interface RequiredField {
  id: string;
  name: string;
  /** What can be chosen, where Jira names it. */
  options: { id: string; name: string }[];
}

/** How a request can be ended. Instead of a transition whose screen asks what as, there is a way for each answer. */
export interface Way {
  /** Of the transition. */
  id: string;
  name: string;
  to: string;
  resolution: { id: string; name: string } | null;
  /** Its name and its status say that the request is done, not that it is called off. */
  resolves: boolean;
  /** Names of the fields that only Jira's own screen can ask for. */
  wants: string[];
  /** It was seen lately that nothing leads back from there. */
  final?: true;
}

const RESOLUTION = 'resolution';

/** Those that resolve come first: what is chosen by mistake then is no cancellation. Else in the workflow's order. */
export function endings(steps: WorkflowStep[]): Way[] {
  const ways = steps.filter(({ category }) => category === 'done').flatMap(waysOf);
  return [...ways.filter(({ resolves }) => resolves), ...ways.filter(({ resolves }) => !resolves)];
}

function waysOf({ id, name, to, required }: WorkflowStep): Way[] {
  const asked = required.find((field) => field.id === RESOLUTION && field.options.length > 0);
  const wants = required.filter((field) => field !== asked).map((field) => field.name);
  const way: Way = { id, name, to, resolution: null, resolves: [name, to].every(saysItResolves), wants };
  return asked ? asked.options.map((resolution) => ({ ...way, resolution })) : [way];
}

/**
 * Which way "Resolve" takes without asking: the only one that says it resolves. Jira cannot tell a request that was
 * done from one that was called off: both end in a status of the category `done`, with a resolution or without, by a
 * screen or without. What people named the transition is all there is. Null: whoever resolves it has to say which.
 */
export function plainWay(ways: Way[]): Way | null {
  const [way, other] = ways.filter(({ resolves }) => resolves);
  return way && !other ? way : null;
}

/** The way that was chosen; null: it is not there (any more), or there are several and what as was not said. */
export function chosenWay(ways: Way[], transitionId: string, resolutionId: string | null): Way | null {
  const found = ways.filter(
    ({ id, resolution }) => id === transitionId && (resolutionId === null || resolution?.id === resolutionId),
  );
  const [way, other] = found;
  return way && !other ? way : null;
}

/** Where an end is taken back: to the status of before, where the workflow leads there, else as for a customer who writes again. */
export const wayBackTo = (steps: WorkflowStep[], status: string | null): WorkflowStep | null =>
  openWays(steps).find(({ to }) => to === status) ?? wayBack(steps);

/**
 * For a customer who writes again. Several: one that says it opens again, else one to where work begins, else to where
 * it goes on. Those that want to be told more are no way: nobody is there to ask. Null: there is none.
 */
export function wayBack(steps: WorkflowStep[]): WorkflowStep | null {
  const open = openWays(steps);
  return (
    open.find(({ name }) => saysItReopens(name)) ??
    open.find(({ category }) => category === 'new') ??
    open.find(({ category }) => category === 'indeterminate') ??
    open[0] ??
    null
  );
}

const openWays = (steps: WorkflowStep[]): WorkflowStep[] =>
  steps.filter(({ category, required }) => category !== 'done' && required.length === 0);
