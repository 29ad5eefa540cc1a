import { avatarPath } from '../records/avatars';
import type { Account } from '../records/people';
import type { Project } from '../projects';

/** Jira's JSON for what the local site has. Members that Jira leaves out without `expand` are left out. */

const SIZES = ['16x16', '24x24', '32x32', '48x48'];

const everySize = (url: string) => Object.fromEntries(SIZES.map((size) => [size, url]));

const ACCOUNT_TYPES = { licensed: 'atlassian', customer: 'customer', app: 'app' } as const;

/** A person in the fields of an issue, and beside a comment. */
export function userDetailsJson(person: Account, siteUrl: string) {
  const accountId = person.accountId;
  return {
    self: `${siteUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    accountType: ACCOUNT_TYPES[person.kind],
    avatarUrls: everySize(`${siteUrl}${avatarPath(accountId)}`),
    displayName: person.name,
    ...(person.addressVisible && { emailAddress: person.email }),
    active: person.active,
    timeZone: person.timezone,
  };
}

/** A person who is asked for. */
export const userJson = (person: Account, siteUrl: string) => ({
  ...userDetailsJson(person, siteUrl),
  locale: person.locale.replace('-', '_'),
});

export function projectJson(project: Project, siteUrl: string) {
  return {
    self: `${siteUrl}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    avatarUrls: everySize(`${siteUrl}/avatars/project-${project.key}.svg`),
    projectTypeKey: project.type,
    simplified: false,
    style: 'classic',
    isPrivate: false,
  };
}

export function serviceDeskJson(project: Project & { serviceDeskId: string }, siteUrl: string) {
  return {
    id: project.serviceDeskId,
    projectId: project.id,
    projectName: project.name,
    projectKey: project.key,
    projectTypeKey: project.type,
    _links: { self: `${siteUrl}/rest/servicedeskapi/servicedesk/${project.serviceDeskId}` },
  };
}

/** One page as Jira Service Management answers it. */
export function deskPage<T, U>(
  url: URL,
  all: readonly T[],
  { start, limit }: { start: number; limit: number },
  shape: (item: T) => U,
) {
  const values = all.slice(start, start + limit).map(shape);
  const isLastPage = start + limit >= all.length;
  const at = (from: number) => {
    const address = new URL(url);
    address.searchParams.set('start', String(from));
    address.searchParams.set('limit', String(limit));
    return address.href;
  };
  return {
    _expands: [],
    size: values.length,
    start,
    limit,
    isLastPage,
    _links: {
      self: at(start),
      base: `${url.origin}/rest/servicedeskapi`,
      context: '',
      ...(isLastPage ? {} : { next: at(start + limit) }),
      ...(start > 0 ? { prev: at(Math.max(start - limit, 0)) } : {}),
    },
    values,
  };
}

/** One page as Jira's platform API answers it. */
export function page<T, U>(
  url: URL,
  all: T[],
  bounds: { startAt: number; maxResults: number },
  shape: (item: T) => U,
) {
  const { startAt, maxResults } = bounds;
  const end = startAt + maxResults;
  const isLast = end >= all.length;
  const at = (start: number) => {
    const address = new URL(url);
    address.searchParams.set('startAt', String(start));
    address.searchParams.set('maxResults', String(maxResults));
    return address.href;
  };
  return {
    self: at(startAt),
    ...(isLast ? {} : { nextPage: at(end) }),
    maxResults,
    startAt,
    total: all.length,
    isLast,
    values: all.slice(startAt, end).map(shape),
  };
}

export const errorJson = (messages: string[], errors: Record<string, string> = {}) => ({
  errorMessages: messages,
  errors,
});

/** Jira Service Management words its errors differently from the platform. */
export const serviceDeskErrorJson = (message: string, i18nKey = 'sd.error') => ({
  errorMessage: message,
  i18nErrorMessage: { i18nKey, parameters: [] },
});
