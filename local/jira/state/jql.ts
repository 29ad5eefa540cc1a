import { textOfAdf } from '../records/adf';
import type { Issue } from '../records/issue';
import { JiraRefusal } from '../records/jira-refusal';
import { comparison, indexedProperty, propertyValues } from './indexed-properties';
import type { JiraState } from './jira-state';
import { statusOf } from '../records/workflow';

type Matches = (issue: Issue) => boolean;

export interface Query {
  matches: Matches;
  compare: (a: Issue, b: Issue) => number;
}

const CLAUSE = /^([\w.[\]-]+)\s*(=|!=|~|<=|>=|<|>|\bnot\s+in\b|\bin\b|\bis\s+not\b|\bis\b)\s*(.+)$/i;
const ORDER = /\s*\border\s+by\s+(created|updated|key)(?:\s+(asc|desc))?\s*$/i;
const NEGATIVE = /^(!=|not in|is not)$/;

/**
 * The part of JQL that an app for a service desk needs: clauses joined by AND over project, key, reporter, assignee,
 * status, statusCategory, resolution, text and what apps have indexed, and one field to order by. Anything else is refused, not
 * guessed at.
 */
export function parseJql(jql: string, directory: JiraState, asker: string): Query {
  const order = ORDER.exec(jql);
  const text = jql.replace(ORDER, '').trim();
  if (text === '') throw new JiraRefusal(400, UNBOUNDED);
  const clauses = text.split(/\s+and\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/i);
  const matchers = clauses.map((clause) => matcherOf(clause.trim(), directory, asker));
  const direction = order?.[2]?.toLowerCase() === 'desc' ? -1 : 1;
  const key = (order?.[1] ?? 'created').toLowerCase();
  return {
    matches: (issue) => matchers.every((matches) => matches(issue)),
    compare: (a, b) => direction * (rank(a, key) - rank(b, key)),
  };
}

/** Keys of issues that a query names; Jira refuses one that does not exist, or may not be seen. */
export const keysIn = (jql: string): string[] =>
  [...jql.matchAll(/\b(?:issue)?key\s*=\s*"?([A-Z][A-Z0-9_]+-\d+)"?/gi)].flatMap(([, key]) => key ?? []);

const UNBOUNDED =
  'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.';

const rank = (issue: Issue, key: string): number =>
  key === 'updated' ? issue.updatedAt : key === 'created' ? issue.createdAt : Number(issue.id);

function matcherOf(clause: string, directory: JiraState, asker: string): Matches {
  const [, field = '', operator = '', operand = ''] = CLAUSE.exec(clause) ?? [];
  const sign = operator.toLowerCase().replace(/\s+/g, ' ');
  const values = operand
    .replace(/^\(|\)$/g, '')
    .split(/\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((value) => (value === 'currentUser()' ? asker : value.replace(/^["']|["']$/g, '')));
  const property = indexedProperty(field, directory.indexed);
  const [first = ''] = values;
  const isAsWanted = property && comparison(sign, property, first);
  if (property && isAsWanted) return (issue) => propertyValues(issue, property).some(isAsWanted);
  const read: Reader | undefined = property
    ? (issue) => propertyValues(issue, property)
    : READERS[field.toLowerCase()];
  if (/[<>]/.test(sign)) throw notUnderstood(clause);
  if (!read || sign === '') throw notUnderstood(clause);
  if (sign === '~') {
    const wanted = values.join(',').replace(/\*$/, '').toLowerCase();
    return (issue) => read(issue, directory).some((value) => value.toLowerCase().includes(wanted));
  }
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  const isEmptyWanted = wanted.has('empty') || wanted.has('null') || wanted.has('unresolved');
  const hits: Matches = (issue) => {
    const found = read(issue, directory);
    return found.length === 0 ? isEmptyWanted : found.some((value) => wanted.has(value.toLowerCase()));
  };
  return NEGATIVE.test(sign) ? (issue) => !hits(issue) : hits;
}

const notUnderstood = (clause: string): JiraRefusal =>
  new JiraRefusal(400, `The local Jira does not understand this JQL: ${clause}`);

const CATEGORY_NAMES = { new: ['to do', 'new'], indeterminate: ['in progress'], done: ['done'] } as const;

const statusAt = (issue: Issue, directory: JiraState) => {
  const project = directory.project(issue.projectId);
  return project ? [statusOf(project, issue.statusId)] : [];
};

type Reader = (issue: Issue, directory: JiraState) => string[];

const READERS: Record<string, Reader> = {
  project: ({ projectId }, directory) => {
    const project = directory.project(projectId);
    return project ? [project.id, project.key, project.name] : [];
  },
  key: ({ key, id }) => [key, id],
  issuekey: ({ key, id }) => [key, id],
  reporter: ({ reporterId }) => [reporterId],
  assignee: ({ assigneeId }) => (assigneeId === null ? [] : [assigneeId]),
  status: (issue, directory) => statusAt(issue, directory).flatMap(({ id, name }) => [id, name]),
  statuscategory: (issue, directory) =>
    statusAt(issue, directory).flatMap(({ category }) => [...CATEGORY_NAMES[category]]),
  resolution: ({ resolvedAt }) => (resolvedAt === null ? [] : ['Done']),
  text: ({ summary, description, comments }) => [
    summary,
    ...(description ? [textOfAdf(description)] : []),
    ...comments.map(({ body }) => textOfAdf(body)),
  ],
  summary: ({ summary }) => [summary],
};
