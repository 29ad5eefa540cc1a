import type { Project } from '../projects';

export interface RequestField {
  id: string;
  name: string;
  description: string;
  required: boolean;
  kind: 'text' | 'paragraph' | 'select' | 'date';
  /** Of a select field. */
  options: { id: string; value: string }[];
}

export interface RequestType {
  id: string;
  projectKey: string;
  name: string;
  description: string;
  fields: RequestField[];
}

const field = (
  id: string,
  name: string,
  kind: RequestField['kind'],
  required: boolean,
  options: string[] = [],
): RequestField => ({
  id,
  name,
  description: '',
  required,
  kind,
  options: options.map((value, index) => ({ id: `${id.replace(/\D/g, '')}${index + 1}`, value })),
});

const summary = field('summary', 'Summary', 'text', true);
const description = (required: boolean): RequestField =>
  field('description', 'Description', 'paragraph', required);

const AREA = field('customfield_10040', 'Area', 'select', true, ['Product', 'Billing', 'Documentation']);
const SYSTEM = field('customfield_10041', 'System', 'select', true, ['Build server', 'Wiki', 'Payroll']);
const STARTED = field('customfield_10042', 'When did it start?', 'date', true);
const DUE = field('duedate', 'By when', 'date', true);

const requestType = (
  id: string,
  projectKey: string,
  name: string,
  about: string,
  fields: RequestField[],
): RequestType => ({ id, projectKey, name, description: about, fields });

/** Some can be raised with a summary and a description alone, others ask for more. Ids are the site's, as in Jira. */
const REQUEST_TYPES: readonly RequestType[] = [
  requestType('1', 'SUP', 'Report a problem', 'Something does not work as it should.', [
    summary,
    description(true),
  ]),
  requestType('2', 'SUP', 'Ask a question', 'Find out how to do something.', [summary, description(false)]),
  requestType('3', 'SUP', 'Suggest an improvement', 'Tell us what would help you.', [
    summary,
    description(false),
    AREA,
  ]),
  requestType('4', 'SUP', 'Book a training', 'A session for your team.', [summary, description(false), DUE]),
  requestType('5', 'OPS', 'Report an outage', 'A system is down or very slow.', [
    summary,
    description(true),
    STARTED,
  ]),
  requestType('6', 'OPS', 'Request access', 'To a system, a folder or a group.', [
    summary,
    description(false),
    SYSTEM,
  ]),
  requestType('7', 'OPS', 'Get IT help', 'Hardware, software, anything else.', [summary, description(true)]),
  requestType('8', 'HR', 'Ask about leave', 'Holidays, parental leave, sick leave.', [
    summary,
    description(true),
  ]),
  requestType('9', 'HR', 'Change personal details', 'A new name, address or bank account.', [
    summary,
    description(false),
    field('customfield_10043', 'What changes', 'select', true, ['Name', 'Address', 'Bank account']),
  ]),
];

export function requestTypesOf({ key }: Pick<Project, 'key'>): RequestType[] {
  return REQUEST_TYPES.filter(({ projectKey }) => projectKey === key);
}

export function requestTypeOf(project: Pick<Project, 'key'>, id: string): RequestType | undefined {
  return requestTypesOf(project).find((type) => type.id === id);
}
