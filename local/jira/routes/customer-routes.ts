import { Hono } from 'hono';
import { z } from 'zod';
import type { JiraCore } from '../actions/jira-core';
import { deskPage, serviceDeskErrorJson } from '../json/json-shapes';
import { deskUserJson } from '../json/request-json';
import type { JiraActor } from '../records/jira-actor';
import { JiraRefusal } from '../records/jira-refusal';
import { serviceDeskOf } from '../state/service-desks';
import { experimental } from './experimental';
import type { JiraEnv } from './jira-env';
import { deskBounds } from './paging';
import { bodyOf } from './request-body';

const customerBody = z.looseObject({
  email: z.string().optional(),
  displayName: z.string().optional(),
  fullName: z.string().optional(),
});
const customersBody = z.looseObject({ accountIds: z.array(z.string()).default([]) });

/** The customers of a site and of its service desks. */
export function createCustomerRoutes({ directory, access, siteUrl, touched }: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const base = '/rest/servicedeskapi';

  const deskFor = (actor: JiraActor, id: string) => ({
    account: access.asker(actor),
    desk: serviceDeskOf(directory, id),
  });

  const allow = (isAllowed: boolean): void => {
    if (!isAllowed) throw new JiraRefusal(403, 'Sorry, you are not authorized to perform this action.');
  };

  routes.post(`${base}/customer`, async (c) => {
    const account = access.asker(c.env.actor);
    allow(access.isJiraAdmin(account));
    const { email = '', displayName, fullName } = await bodyOf(c, customerBody);
    if (!z.email().safeParse(email).success)
      throw new JiraRefusal(400, 'You must specify a valid email address.');
    if (directory.personByEmail(email)) {
      const isStrict = c.req.query('strictConflictStatusCode') === 'true';
      return c.json(serviceDeskErrorJson('An account already exists for this email.'), isStrict ? 409 : 400);
    }
    const customer = directory.addCustomer({ email, name: (displayName ?? fullName ?? '').trim() || email });
    touched();
    return c.json(deskUserJson(customer, siteUrl), 201);
  });

  routes.get(`${base}/servicedesk/:desk/customer`, experimental, (c) => {
    const { desk, account } = deskFor(c.env.actor, c.req.param('desk'));
    allow(access.isAgent(account, desk.id) || access.administers(account, desk));
    const query = c.req.query('query')?.toLowerCase() ?? '';
    const found = directory
      .customers(desk.id)
      .filter(({ name, email }) => `${name}\n${email}`.toLowerCase().includes(query));
    return c.json(
      deskPage(new URL(c.req.url), found, deskBounds(c), (person) => deskUserJson(person, siteUrl)),
    );
  });

  routes.post(`${base}/servicedesk/:desk/customer`, async (c) => {
    const { desk, account } = deskFor(c.env.actor, c.req.param('desk'));
    allow(access.administers(account, desk));
    const { accountIds } = await bodyOf(c, customersBody);
    const unknown = accountIds.filter((accountId) => directory.person(accountId)?.accountId !== accountId);
    if (unknown.length > 0)
      throw new JiraRefusal(400, `The following users do not exist: ${unknown.join(', ')}`);
    for (const accountId of accountIds) directory.addToCustomers(accountId, desk.id);
    touched();
    return c.body(null, 204);
  });

  return routes;
}
