import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { DevSession } from '../dev-session';
import type { Site } from '../site';
import { createBridgeRoutes } from './bridge-routes';
import { hostPageCsp } from './document';
import { createExampleRoutes } from './example-routes';
import { createFrameRoutes } from './frame-routes';
import { createJiraRoutes } from './jira-routes';
import { messagePage } from './message-page';
import { createModuleSource } from './module-data';
import { FRAME_HOST_NAME, HOST_NAME, originsOf } from './origins';
import { createPictureRoutes } from './picture-routes';
import { createPortalRoutes } from './portal-routes';
import { createSourceMapRoutes } from './source-maps';
import { startPage } from './start-page';

/** Only frames and the external page belong to the frames' origin; scripts and pictures are served on both. */
const ON_FRAME_HOST = /^\/(frames|example|embed-check)(\/|$)/;
const ON_BOTH_HOSTS = /^\/(__forge__|avatars)\/|^\/favicon\.ico$/;

/** Everything that browsers open on the local site: start page, Jira, customer portal, external page, frames. */
export function createPages(site: Site, dev?: DevSession): Hono {
  const pages = new Hono();
  const source = createModuleSource(site);

  pages.use(async (c, next) => {
    const { hostname, pathname, search } = new URL(c.req.url);
    const { host, frames } = originsOf(c.req.url);
    const isFrameHost = hostname === FRAME_HOST_NAME;
    const isKnown = isFrameHost || hostname === HOST_NAME;
    const belongsToFrames = ON_FRAME_HOST.test(pathname);
    const isAtHome = isKnown && (ON_BOTH_HOSTS.test(pathname) || belongsToFrames === isFrameHost);
    if (!isAtHome) return c.redirect(`${belongsToFrames ? frames : host}${pathname}${search}`);
    const isChange = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (isChange && !pathname.startsWith('/__forge__/') && c.req.header('origin') !== host)
      return c.html(
        messagePage('This was not sent', 'Only pages of this local site may change something.'),
        403,
      );
    await next();
    c.res.headers.set('x-content-type-options', 'nosniff');
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (isPage && !isFrameHost) {
      c.res.headers.set('content-security-policy', hostPageCsp(frames));
      c.res.headers.set('cache-control', 'no-store');
    }
  });

  pages.route('/', createPictureRoutes(site));
  if (dev) pages.route('/__forge__', createSourceMapRoutes(dev));
  pages.route('/__forge__', createBridgeRoutes(site, dev));
  pages.route('/', createFrameRoutes(site, dev));
  pages.route('/', createExampleRoutes(site));
  pages.get('/', (c) => c.html(startPage(site, originsOf(c.req.url).frames)));
  pages.route('/', createJiraRoutes(site, source));
  pages.route('/', createPortalRoutes(site, source));

  pages.notFound((c) =>
    c.html(messagePage('There is no such page', 'Check the address, or go back to the start page.'), 404),
  );
  pages.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return c.html(messagePage('Something went wrong on the local site', error.message), 500);
  });
  return pages;
}
