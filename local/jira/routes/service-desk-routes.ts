import { Hono } from 'hono';
import type { JiraCore } from '../actions/jira-core';
import { deskPage, serviceDeskJson } from '../json/json-shapes';
import { requestFieldJson, requestTypeJson } from '../json/request-json';
import type { JiraActor } from '../records/jira-actor';
import { noSuchRequestType } from '../records/jira-refusal';
import { requestTypeOf, requestTypesOf } from '../records/request-catalog';
import { serviceDeskOf, serviceDesksOf, type ServiceDesk } from '../state/service-desks';
import type { JiraEnv } from './jira-env';
import { deskBounds } from './paging';

/** Service desks, and what can be asked of them. */
export function createServiceDeskRoutes({ directory, access, siteUrl }: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const base = '/rest/servicedeskapi';
  const deskFor = (actor: JiraActor, id: string) => ({
    account: access.asker(actor),
    desk: serviceDeskOf(directory, id),
  });
  const typeOf = (desk: ServiceDesk, id: string) => {
    const type = requestTypeOf(desk, id);
    if (!type) throw noSuchRequestType();
    return type;
  };

  routes.get(`${base}/servicedesk`, (c) => {
    access.asker(c.env.actor);
    return c.json(
      deskPage(new URL(c.req.url), serviceDesksOf(directory), deskBounds(c), (desk) =>
        serviceDeskJson(desk, siteUrl),
      ),
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

  return routes;
}
