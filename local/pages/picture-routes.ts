import { Hono } from 'hono';
import { drawAvatar } from '../jira/records/avatars';
import type { Site } from '../site';
import { SITE_MARK } from './icons';

const ANONYMOUS_PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="24" fill="#5b6b7c"/>' +
  '<circle cx="24" cy="19" r="7" fill="#fff"/><path d="M11 38a13 13 0 0 1 26 0Z" fill="#fff"/></svg>';

const GLOBE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="24" fill="#1f845a"/>' +
  '<g fill="none" stroke="#fff" stroke-width="2.500"><circle cx="24" cy="24" r="13"/><path d="M11 24h26"/>' +
  '<ellipse cx="24" cy="24" rx="5.500" ry="13"/></g></svg>';

/** Avatars and marks. */
export function createPictureRoutes({ jira }: Pick<Site, 'jira'>): Hono {
  const routes = new Hono();
  const svg = (content: string) => new Response(content, { headers: { 'content-type': 'image/svg+xml' } });

  routes.get('/__forge__/icon.svg', () => svg(SITE_MARK));
  routes.get('/__forge__/globe.svg', () => svg(GLOBE));
  routes.get('/favicon.ico', () => svg(SITE_MARK));
  routes.get('/avatars/anonymous.svg', () => svg(ANONYMOUS_PICTURE));
  routes.get('/avatars/:file{.+\\.svg}', (c) => {
    const name = c.req.param('file').replace(/\.svg$/, '');
    const project = name.startsWith('project-') ? jira.project(name.slice('project-'.length)) : undefined;
    if (project) return svg(drawAvatar({ name: project.name, accountId: project.key }));
    return svg(drawAvatar(jira.person(name) ?? jira.account(name)));
  });

  return routes;
}
