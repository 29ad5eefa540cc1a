import { findOperation, type DocumentName, type FoundOperation } from './find-operation';
import { inWords, quoted } from './in-words';
import { bodyValidator } from './json-schema';
import type { Schema } from './openapi-document';

export interface AnswerOfJira {
  method: string;
  /** Of the call. */
  path: string;
  status: number;
  body: string;
}

/** Whatever stands before Jira may answer these; single operations do not list them. */
const ERRORS_OF_ALL = new Set([400, 401, 403, 404, 409, 412, 413, 429]);
const isErrorOfAll = (status: number): boolean => ERRORS_OF_ALL.has(status) || status >= 500;

const errorSchema = (document: DocumentName): Schema => ({
  $ref: `#/components/schemas/${document === 'platform' ? 'ErrorCollection' : 'ErrorResponse'}`,
});

/** What in an answer of the local Jira does not fit Atlassian's documents, each in a sentence with their words. */
export function answerProblems({ method, path, status, body }: AnswerOfJira): string[] {
  const { pathname } = new URL(path, 'https://site.example');
  const found = findOperation(method, pathname);
  if (!found) return isErrorOfAll(status) ? [] : [`${method} ${pathname}: answered, and not documented`];
  return problemsOf(found, status, body).map((problem) => `${found.name}, ${status}: ${problem}`);
}

function problemsOf(found: FoundOperation, status: number, body: string): string[] {
  const { responses } = found.operation;
  const response = responses[String(status)];
  if (!response && !isErrorOfAll(status))
    return [`the status is not documented; documented: ${Object.keys(responses).join(', ')}`];
  if (status >= 400 && body === '') return [];
  const documented = response?.content?.['application/json']?.schema;
  const schema = documented ?? (status >= 400 ? errorSchema(found.document) : undefined);
  if (!schema) return body === '' ? [] : [`an empty body is documented${quoted(response?.description)}`];
  if (body === '' && Object.keys(schema).length === 0) return [];
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return ['the body is not JSON'];
  }
  const validate = bodyValidator(`${found.name} ${status}`, schema, found.document, 'answer');
  return validate(value) ? [] : (validate.errors ?? []).map((error) => inWords('body', error));
}
