import { Hono } from 'hono';
import { z } from 'zod';
import type { JiraCore } from '../actions/jira-core';
import { JiraRefusal } from '../records/jira-refusal';
import type { JiraEnv } from './jira-env';
import { bodyOf } from './request-body';

const PROPERTY_KEY_LENGTH = 255;
const PROPERTY_BYTES = 32_768;

/** What apps keep with an issue. */
export function createPropertyRoutes({ access, siteUrl, touched }: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const base = '/rest/api/3/issue/:issue/properties';

  routes.get(base, (c) => {
    const { issue } = access.issue(c.env.actor, c.req.param('issue'));
    const self = (key: string) =>
      `${siteUrl}/rest/api/3/issue/${issue.key}/properties/${encodeURIComponent(key)}`;
    return c.json({ keys: Object.keys(issue.properties).map((key) => ({ self: self(key), key })) });
  });

  routes.get(`${base}/:key`, (c) => {
    const { issue } = access.issue(c.env.actor, c.req.param('issue'));
    const key = c.req.param('key');
    if (!Object.hasOwn(issue.properties, key)) throw noSuchProperty(key);
    return c.json({ key, value: issue.properties[key] });
  });

  routes.put(`${base}/:key`, async (c) => {
    const { issue, account } = access.issue(c.env.actor, c.req.param('issue'));
    if (!access.mayWorkOn(account, issue)) throw mayNotEdit();
    const key = c.req.param('key');
    const text = await c.req.text();
    if (key.length > PROPERTY_KEY_LENGTH || Buffer.byteLength(text) > PROPERTY_BYTES)
      throw new JiraRefusal(
        400,
        `A property has a key of at most 255 characters and a value of at most 32 KB.`,
      );
    const isNew = !Object.hasOwn(issue.properties, key);
    // Not assigned: a property may be called __proto__.
    Object.defineProperty(issue.properties, key, {
      value: await bodyOf(c, z.json()),
      enumerable: true,
      configurable: true,
      writable: true,
    });
    touched();
    return c.body(null, isNew ? 201 : 200);
  });

  routes.delete(`${base}/:key`, (c) => {
    const { issue, account } = access.issue(c.env.actor, c.req.param('issue'));
    if (!access.mayWorkOn(account, issue)) throw mayNotEdit();
    const key = c.req.param('key');
    if (!Object.hasOwn(issue.properties, key)) throw noSuchProperty(key);
    Reflect.deleteProperty(issue.properties, key);
    touched();
    return c.body(null, 204);
  });

  return routes;
}

const noSuchProperty = (key: string): JiraRefusal => new JiraRefusal(404, `Property ${key} not found.`);
const mayNotEdit = (): JiraRefusal => new JiraRefusal(403, 'You do not have permission to edit this issue.');
