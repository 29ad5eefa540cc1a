import type { MiddlewareHandler } from 'hono';
import { JiraRefusal } from '../records/jira-refusal';
import type { JiraEnv } from './jira-env';

/** Of an operation that Atlassian's document marks `x-experimental`: only for those who opt in. */
export const experimental: MiddlewareHandler<JiraEnv> = async (c, next) => {
  if (c.req.header('x-experimentalapi') === 'opt-in') return next();
  throw new JiraRefusal(
    412,
    'The API is experimental but the X-ExperimentalApi: opt-in header was not passed.',
  );
};
