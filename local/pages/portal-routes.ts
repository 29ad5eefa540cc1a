import { Hono, type Context } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';
import type { Project } from '../jira/projects';
import type { Site } from '../site';
import { messagePage } from './message-page';
import type { ModuleSource } from './module-data';
import { createPortalShell, type PortalModules } from './portal-shell';
import { helpCenter, portalHome } from './portal-views';
import { createRaiseRequestRoutes } from './raise-request-routes';
import { createRequestRoutes } from './request-routes';
import { createSignUpRoutes } from './sign-up-routes';
import { ANONYMOUS, visitorOf, type Visitor, type VisitorEnv } from './visitor';

/** Who used the portal last in this browser: addresses of the real Jira do not say who opens them. */
const LAST_VISITOR = 'frontdesk-portal-visitor';

/** The customer portal below `/as/<person>/portal`, and the addresses that it has in the real Jira. */
export function createPortalRoutes(site: Site, source: ModuleSource): Hono<VisitorEnv> {
  const routes = new Hono<VisitorEnv>();
  const shell = createPortalShell(site, source);
  const portals = () => site.jira.projects().filter(({ serviceDeskId }) => serviceDeskId !== null);
  const portalOf = (id: string | undefined): Project | undefined =>
    portals().find(({ serviceDeskId }) => serviceDeskId === id);
  const homeOf = ({ pathName }: Visitor) => `/as/${pathName}/portal`;

  routes.use('/as/:person/portal/*', async (c, next) => {
    const visitor = visitorOf(site.jira, c.req.param('person') ?? '');
    if (!visitor) {
      const sentence =
        'People who were deactivated or deleted cannot log in. Pick somebody on the start page.';
      return c.html(messagePage('No one with that name can log in here', sentence), 404);
    }
    c.set('visitor', visitor);
    const cookie = generateCookie(LAST_VISITOR, visitor.pathName, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
    });
    c.header('set-cookie', cookie);
    return next();
  });

  const noPortal = (c: Context<VisitorEnv>) => {
    const link = { href: homeOf(c.get('visitor')), text: 'Go to the Help Center' };
    return c.html(messagePage('There is no such portal', 'It may have been moved or closed.', link), 404);
  };

  routes.get('/as/:person/portal', (c) => {
    const visitor = c.get('visitor');
    const content = (modules: PortalModules) => helpCenter(portals(), homeOf(visitor), modules);
    return c.html(
      shell({ requestUrl: c.req.url, visitor, page: 'help_center', title: 'Help Center', content }),
    );
  });

  routes.route('/', createRaiseRequestRoutes(site, shell));
  routes.route('/', createRequestRoutes(site, shell));

  routes.get('/as/:person/portal/:portal', (c) => {
    const visitor = c.get('visitor');
    const project = portalOf(c.req.param('portal'));
    if (!project) return noPortal(c);
    const content = (modules: PortalModules) => portalHome(project, homeOf(visitor), modules);
    const title = `${project.name} - Help Center`;
    return c.html(shell({ requestUrl: c.req.url, visitor, project, page: 'portal', title, content }));
  });

  routes.route('/', createSignUpRoutes(site));

  const lastVisitor = (c: Context) =>
    visitorOf(site.jira, getCookie(c, LAST_VISITOR) ?? ANONYMOUS.pathName) ?? ANONYMOUS;

  routes.get('/servicedesk/customer/user/login', (c) => {
    const destination = encodeURIComponent(c.req.query('destination') ?? 'portal');
    return c.redirect(`/portal/login?destination=${destination}`);
  });
  routes.get('/servicedesk/customer/portals', (c) => c.redirect(homeOf(lastVisitor(c))));
  routes.get('/servicedesk/customer/portal/:portal', (c) =>
    c.redirect(`${homeOf(lastVisitor(c))}/${c.req.param('portal')}`),
  );
  routes.get('/servicedesk/customer/user/requests', (c) => c.redirect(`${homeOf(lastVisitor(c))}/requests`));
  routes.get('/servicedesk/customer/portal/:portal/:issue', (c) =>
    c.redirect(`${homeOf(lastVisitor(c))}/${c.req.param('portal')}/${c.req.param('issue')}`),
  );
  routes.get('/servicedesk/customer/portal/:portal/group/:group/create/:type', (c) =>
    c.redirect(`${homeOf(lastVisitor(c))}/${c.req.param('portal')}/create/${c.req.param('type')}`),
  );

  return routes;
}
