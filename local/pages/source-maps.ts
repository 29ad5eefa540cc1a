import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import type { DevSession } from '../dev-session';

/**
 * Browsers find source maps by a header of the script: the scripts themselves are those that are deployed, and name no
 * map.
 */
const HEADER = 'SourceMap';
const ADDRESS = '/__forge__/maps';
const WIDGET_SCRIPT = /^\/(?:public|x1)\/[^/]+\/v1\/(?:(widget)|panel-\w+)\.js/;

export function createSourceMapRoutes({ maps }: Pick<DevSession, 'maps'>): Hono {
  const routes = new Hono();
  routes.get('/maps/:page/:name', async (c) => {
    const { page, name } = c.req.param();
    const file = path.join(maps, path.basename(page), path.basename(name));
    if (!existsSync(file)) return c.notFound();
    return c.body(await readFile(file, 'utf8'), 200, { 'content-type': 'application/json' });
  });
  return routes;
}

/** The header for a script of a page, by its file. */
export function sourceMapHeader(file: string): Record<string, string> {
  if (!file.endsWith('.js')) return {};
  return { [HEADER]: `${ADDRESS}/${path.basename(path.dirname(file))}/${path.basename(file)}.map` };
}

export function linkWidgetMap({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const found = WIDGET_SCRIPT.exec(url);
  if (found) response.setHeader(HEADER, `${ADDRESS}/widget/${found[1] ? 'launcher' : 'panel'}.js.map`);
}
