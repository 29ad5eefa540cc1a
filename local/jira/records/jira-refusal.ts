import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Jira says no. Both of its APIs, and the pages of the local site, say it in their own form. */
export class JiraRefusal extends Error {
  readonly status: ContentfulStatusCode;
  /** What is wrong with single fields of the request. */
  readonly errors: Record<string, string>;

  /** The name that Jira Service Management gives to the message. */
  readonly i18nKey: string | undefined;

  constructor(
    status: ContentfulStatusCode,
    message: string,
    errors: Record<string, string> = {},
    i18nKey?: string,
  ) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.i18nKey = i18nKey;
  }
}

/** Jira does not tell what is missing from what one may not see. */
export const noSuchIssue = (): JiraRefusal =>
  new JiraRefusal(404, 'Issue does not exist or you do not have permission to see it.');

export const noSuchRequest = (): JiraRefusal =>
  new JiraRefusal(404, 'The request you are trying to view does not exist.');

export const noSuchServiceDesk = (): JiraRefusal =>
  new JiraRefusal(
    404,
    'The Service Desk you are trying to view does not exist.',
    {},
    'sd.agent.servicedesk.error.no.servicedesk',
  );

export const noSuchRequestType = (): JiraRefusal =>
  new JiraRefusal(404, 'The request type you are trying to view does not exist.');

export const notLoggedIn = (): JiraRefusal =>
  new JiraRefusal(401, 'Client must be authenticated to access this resource.');
