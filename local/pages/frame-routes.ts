import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'cheerio';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { DevSession } from '../dev-session';
import type { Site } from '../site';
import { forgeCsp } from './forge-csp';
import { createManifestTexts } from './manifest-texts';
import { originsOf } from './origins';
import { sourceMapHeader } from './source-maps';

/** Serves Custom UI resources as the platform does: bridge script first in <head>, and Forge's own policy. */
export function createFrameRoutes(
  { manifest, clock }: Pick<Site, 'clock' | 'manifest'>,
  dev?: DevSession,
): Hono {
  const routes = new Hono();
  const texts = createManifestTexts(manifest);

  routes.get('/frames/:resource/__LOCALES__/:file', (c) => {
    const content = texts.file(c.req.param('file'));
    if (content === undefined) return c.notFound();
    return c.body(content, 200, { 'content-type': 'application/json; charset=utf-8' });
  });

  routes.get('/frames/:resource/:file{.+}', async (c) => {
    const resource = manifest.resources.find(({ key }) => key === c.req.param('resource'));
    if (!resource) return c.notFound();
    const file = path.join(resource.dir, c.req.param('file'));
    if (!file.startsWith(`${resource.dir}${path.sep}`) || !existsSync(file)) return c.notFound();
    if (!file.endsWith('.html')) {
      const type = getMimeType(file) ?? 'application/octet-stream';
      return c.body(new Uint8Array(await readFile(file)), 200, {
        'content-type': type,
        ...(dev && sourceMapHeader(file)),
      });
    }
    const { host } = originsOf(c.req.url);
    const html = withBridge(await readFile(file, 'utf8'), host, JSON.stringify(clock.siteTime()));
    return c.html(html, 200, {
      'content-security-policy': forgeCsp(html, manifest.permissions, host),
      'cache-control': 'no-store',
    });
  });

  return routes;
}

function withBridge(html: string, hostOrigin: string, siteTime: string): string {
  const page = load(html);
  const data = `data-host-origin="${hostOrigin}" data-site-time='${siteTime}'`;
  page('head').prepend(`<script src="/__forge__/global-bridge.js" ${data}></script>`);
  return page.html();
}
