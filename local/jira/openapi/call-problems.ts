import { findOperation, openApiDocument, type FoundOperation } from './find-operation';
import { inWords, quoted } from './in-words';
import { bodyValidator, parameterValidator } from './json-schema';
import type { Parameter } from './openapi-document';

export interface JiraCall {
  method: string;
  /** With its query. */
  path: string;
  headers?: Readonly<Record<string, string>> | undefined;
  body?: string | undefined;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What in a call does not fit Atlassian's documents, each in a sentence with the document's words. */
export function callProblems({ method, path, headers = {}, body }: JiraCall): string[] {
  const { pathname, searchParams } = new URL(path, 'https://site.example');
  const found = findOperation(method, pathname);
  if (!found) return [unknownOperation(method, pathname)];
  const given = new Headers(headers);
  return [
    ...parameterProblems(found, 'path', found.pathValues),
    ...parameterProblems(found, 'query', valuesOf(searchParams)),
    ...headerProblems(found, given),
    ...bodyProblems(found, given, body),
  ].map((problem) => `${found.name}: ${problem}`);
}

function unknownOperation(method: string, pathname: string): string {
  const others = METHODS.filter((other) => findOperation(other, pathname));
  if (others.length > 0) return `${method} ${pathname}: documented are ${others.join(', ')} only`;
  return `${method} ${pathname}: not in Atlassian's documents, as far as tools/openapi/wanted-operations.ts takes them`;
}

/** Each once, or as a list where the call names it several times. */
function valuesOf(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const all = query.getAll(name);
      return [name, all.length === 1 ? (all[0] ?? '') : all];
    }),
  );
}

const parametersIn = ({ operation }: FoundOperation, place: Parameter['in']): Parameter[] =>
  operation.parameters?.filter((parameter) => parameter.in === place) ?? [];

function parameterProblems(found: FoundOperation, place: 'path' | 'query', values: object): string[] {
  const validate = parameterValidator(`${found.name} ${place}`, parametersIn(found, place), found.document);
  if (validate(values)) return [];
  return (validate.errors ?? []).map((error) => inWords(place, error));
}

function headerProblems(found: FoundOperation, headers: Headers): string[] {
  const missing = parametersIn(found, 'header')
    .filter(({ name, required }) => required && !headers.has(name))
    .map(({ name, description }) => `the header ${name} is missing${quoted(description)}`);
  return [...optInProblems(found, headers), ...missing];
}

/** Words of the document's general part about experimental operations; the platform's asks nothing of callers there. */
const OPT_IN = /you must include the `(X-[\w-]+): ([\w-]+)` header/;

function optInProblems({ operation, document }: FoundOperation, headers: Headers): string[] {
  if (!operation['x-experimental']) return [];
  const sections = openApiDocument(document)['x-atlassian-narrative'].documents;
  const words = sections.find(({ anchor }) => anchor === 'experimental')?.body ?? '';
  const [, name, value] = OPT_IN.exec(words) ?? [];
  if (name === undefined || value === undefined || headers.get(name) === value) return [];
  const sentence = words.split(/(?<=\.) /).find((each) => OPT_IN.test(each));
  return [`the header ${name}: ${value} is missing${quoted(sentence)}`];
}

function bodyProblems(found: FoundOperation, headers: Headers, body: string | undefined): string[] {
  const { requestBody } = found.operation;
  if (body === undefined || body === '') return requestBody?.required ? ['the body is missing'] : [];
  if (!requestBody) return ['it takes no body'];
  const type = headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  const content = requestBody.content[type];
  const types = Object.keys(requestBody.content).join(', ');
  if (!content) return [`the content type “${type}” is not documented; documented: ${types}`];
  if (type !== 'application/json' || !content.schema) return [];
  const value = parsed(body);
  if (value === undefined) return ['the body is not JSON'];
  const validate = bodyValidator(`${found.name} ${type}`, content.schema, found.document, 'call');
  return validate(value) ? [] : (validate.errors ?? []).map((error) => inWords('body', error));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
