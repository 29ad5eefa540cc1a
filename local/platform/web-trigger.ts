import { WEB_TRIGGER_BYTES } from './limits';

/** A call of a web trigger's address. */
export interface WebTriggerRequest {
  /** Default: the manifest's first web trigger. */
  moduleKey?: string | undefined;
  method: string;
  /** What follows the web trigger's id, with or without a query: "/v1/availability/abc?x=1". */
  path: string;
  headers?: Record<string, string | string[]> | undefined;
  query?: Record<string, string | string[]> | undefined;
  body?: string | undefined;
}

export interface WebTriggerAnswer {
  status: number;
  statusText?: string | undefined;
  headers: Record<string, string[]>;
  body: string;
}

/** What the function is called with. */
export interface WebTriggerEvent {
  method: string;
  path: string;
  userPath?: string;
  headers: Record<string, string[]>;
  queryParameters: Record<string, string[]>;
  body?: string;
}

type Lists = Record<string, string[]>;

// Loops here and below, and no callbacks: this runs for every visitor.
function areLists(values: Record<string, string | string[]>): values is Lists {
  for (const value of Object.values(values)) {
    if (typeof value === 'string') return false;
  }
  return true;
}

function asLists(values: Record<string, string | string[]> = {}): Lists {
  // As they come from a server.
  if (areLists(values)) return values;
  const lists = Object.entries(values).map(([name, value]) => [name, [value].flat()] as const);
  return Object.fromEntries(lists);
}

function queryOf(search: string): Record<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(search)) {
    const known = lists.get(name);
    if (known) known.push(value);
    else lists.set(name, [value]);
  }
  return Object.fromEntries(lists);
}

/** `hasUserPath`: one page of Atlassian's documentation has the member, an older one does not. */
export function webTriggerEvent(id: string, request: WebTriggerRequest, hasUserPath = true): WebTriggerEvent {
  const { method, path, body } = request;
  const mark = path.indexOf('?');
  const userPath = mark < 0 ? path : path.slice(0, mark);
  const inPath = mark < 0 ? {} : queryOf(path.slice(mark + 1));
  return {
    method,
    path: `/public/${id}${userPath}`,
    ...(hasUserPath && { userPath }),
    headers: asLists(request.headers),
    queryParameters: request.query ? { ...inPath, ...asLists(request.query) } : inPath,
    ...(body === undefined ? {} : { body }),
  };
}

/** What the visitor gets when the function fails or returns something else than an answer. */
export const webTriggerFailure = (): WebTriggerAnswer => ({
  status: 500,
  headers: { 'Content-Type': ['text/plain'] },
  body: 'Internal Server Error',
});

function areTextLists(values: object): values is Lists {
  for (const list of Object.values(values) as unknown[]) {
    if (!Array.isArray(list)) return false;
    for (const text of list) if (typeof text !== 'string') return false;
  }
  return true;
}

/** Checked by hand: this runs for every visitor. */
export function webTriggerAnswer(result: unknown): WebTriggerAnswer {
  if (typeof result !== 'object' || result === null) return webTriggerFailure();
  const { statusCode: status, statusText, headers = {}, body = '' } = result as Record<string, unknown>;
  const isAnswer =
    typeof status === 'number' &&
    Number.isInteger(status) &&
    status >= 100 &&
    status <= 599 &&
    (statusText === undefined || typeof statusText === 'string') &&
    typeof headers === 'object' &&
    headers !== null &&
    areTextLists(headers) &&
    typeof body === 'string' &&
    body.length <= WEB_TRIGGER_BYTES;
  if (!isAnswer) return webTriggerFailure();
  return { status, statusText, headers, body };
}
