import { Hono } from 'hono';
import { z } from 'zod';
import type { JiraActor } from '../records/jira-actor';
import { bodyOf } from './request-body';
import type { JiraCore } from '../actions/jira-core';
import type { JiraEnv } from './jira-env';
import { JiraRefusal, noSuchRequestType, noSuchServiceDesk } from '../records/jira-refusal';
import { deskPage, serviceDeskErrorJson, serviceDeskJson } from '../json/json-shapes';
import { deskBounds } from './paging';
import type { Account } from '../records/people';
import type { Project } from '../records/projects';
import { deskUserJson, requestFieldJson, requestTypeJson } from '../json/request-json';
import { requestTypeOf, requestTypesOf } from '../records/request-catalog';

const customerBody = z.looseObject({
  email: z.string().optional(),
  displayName: z.string().optional(),
  fullName: z.string().optional(),
});
const customersBody = z.looseObject({ accountIds: z.array(z.string()).default([]) });

type ServiceProject = Project & { serviceDeskId: string };

/** Service desks, what can be asked of them, and their customers. */
export function createServiceDeskRoutes({ directory, access, siteUrl, touched }: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const base = '/rest/servicedeskapi';
  const desks = (): ServiceProject[] => directory.projects().filter(hasServiceDesk);

  function deskOf(wanted: string): ServiceProject {
    const desk = desks().find(({ id, key, serviceDeskId }) => [serviceDeskId, id, key].includes(wanted));
    if (!desk) throw noSuchServiceDesk();
    return desk;
  }

  function administers(account: Account, project?: Project): boolean {
    if (account.kind === 'app') return true;
    const person = directory.person(account.accountId);
    if (!person) return false;
    return (
      directory.isJiraAdmin(person) || (project !== undefined && directory.isProjectAdmin(person, project))
    );
  }

  const allow = (isAllowed: boolean): void => {
    if (!isAllowed) throw new JiraRefusal(403, 'Sorry, you are not authorized to perform this action.');
  };
  const typeOf = (desk: ServiceProject, id: string) => {
    const type = requestTypeOf(desk, id);
    if (!type) throw noSuchRequestType();
    return type;
  };
  const deskFor = (actor: JiraActor, id: string) => ({ account: access.asker(actor), desk: deskOf(id) });

  routes.get(`${base}/servicedesk`, (c) => {
    access.asker(c.env.actor);
    return c.json(
      deskPage(new URL(c.req.url), desks(), deskBounds(c), (desk) => serviceDeskJson(desk, siteUrl)),
    );
  });

  routes.get(`${base}/servicedesk/:desk`, (c) => {
    const { desk } = deskFor(c.env.actor, c.req.param('desk'));
    return c.json(serviceDeskJson(desk, siteUrl));
  });

  routes.get(`${base}/servicedesk/:desk/requesttype`, (c) => {
    const { desk } = deskFor(c.env.actor, c.req.param('desk'));
    const query = c.req.query('searchQuery')?.toLowerCase() ?? '';
    const found = requestTypesOf(desk).filter(({ name, description }) =>
      `${name}\n${description}`.toLowerCase().includes(query),
    );
    const shape = (type: (typeof found)[number]) => requestTypeJson(type, desk.serviceDeskId, siteUrl);
    return c.json(deskPage(new URL(c.req.url), found, deskBounds(c), shape));
  });

  routes.get(`${base}/servicedesk/:desk/requesttype/:type`, (c) => {
    const { desk } = deskFor(c.env.actor, c.req.param('desk'));
    return c.json(requestTypeJson(typeOf(desk, c.req.param('type')), desk.serviceDeskId, siteUrl));
  });

  routes.get(`${base}/servicedesk/:desk/requesttype/:type/field`, (c) => {
    const { desk, account } = deskFor(c.env.actor, c.req.param('desk'));
    const { fields } = typeOf(desk, c.req.param('type'));
    const isAgent = access.isAgent(account, desk.id);
    return c.json({
      requestTypeFields: fields.map(requestFieldJson),
      canRaiseOnBehalfOf: isAgent,
      canAddRequestParticipants: isAgent,
    });
  });

  routes.post(`${base}/customer`, async (c) => {
    const account = access.asker(c.env.actor);
    allow(administers(account));
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

  routes.get(`${base}/servicedesk/:desk/customer`, (c) => {
    const { desk, account } = deskFor(c.env.actor, c.req.param('desk'));
    allow(access.isAgent(account, desk.id) || administers(account, desk));
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
    allow(administers(account, desk));
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

function hasServiceDesk(project: Project): project is ServiceProject {
  return project.serviceDeskId !== null;
}
