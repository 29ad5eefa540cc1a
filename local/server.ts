import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { RequestListener } from 'node:http';
import { systemClock, type Clock } from './clock';
import { createControlPlane } from './control-plane';
import type { DevSession } from './dev-session';
import { listen } from './listen';
import { isLoopbackHost } from './loopback';
import { checkResources } from './manifest';
import { createPages } from './pages/create-pages';
import type { LogLine } from './platform/log';
import { createPublicEndpoint } from './public-endpoint';
import { linkWidgetMap } from './pages/source-maps';
import { noteSnippets, seedChat } from './seed-chat';
import { createSite, type Site } from './site';
import { createStateFile } from './state-file';

export interface ServerOptions {
  /** 0: any free port. */
  port: number;
  /** Keeps the state in this folder over restarts. */
  dataDir?: string | undefined;
  /** Refuses, delays and loses what a real site may. */
  strict?: boolean;
  clock?: Clock;
  manifestPath?: string;
  /** Builds the pages, once the port is known to be free. Default: they have been built. */
  buildPages?: () => Promise<void>;
  /** Somebody works on the app: pages are told of builds, and find their source maps. */
  dev?: DevSession | undefined;
  onLog?: (line: LogLine) => void;
}

export interface RunningServer {
  /** The start page, without a slash at the end. */
  url: string;
  port: number;
  site: Site;
  close(): Promise<void>;
}

/** Starts the local site with its seed, or with the state that its folder has. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, clock = systemClock(), strict = false, manifestPath, onLog } = options;
  // The port comes first: it is part of every address that the app hands out.
  let answer: RequestListener = (_, response) => response.writeHead(503).end('The local site is starting.');
  const listening = await listen((request, response) => answer(request, response), options.port);
  const url = `http://localhost:${listening.port}`;
  try {
    await options.buildPages?.();
    const site = await createSite({
      clock,
      strict,
      baseUrl: url,
      ...(manifestPath === undefined ? {} : { manifestPath }),
      ...(onLog ? { onLog } : {}),
    });
    checkResources(site.manifest);
    const stateFile = dataDir === undefined ? undefined : createStateFile(dataDir);
    if (stateFile?.load(site)) {
      // It may be what another version of the app has stored.
      await site.upgrade();
      await noteSnippets(site);
    } else await seedChat(site);
    const stopSaving = stateFile?.keep(site);
    answer = createListener(site, options.dev);
    return {
      url,
      port: listening.port,
      site,
      async close() {
        await listening.close();
        stopSaving?.();
        site.close();
      },
    };
  } catch (error) {
    await listening.close();
    throw error;
  }
}

function createListener(site: Site, dev: DevSession | undefined): RequestListener {
  const servePublic = createPublicEndpoint(site);
  const app = new Hono();
  app.route('/_local', createControlPlane(site));
  app.route('/', createPages(site, dev));
  const serveOthers = getRequestListener(app.fetch);

  return (request, response) => {
    if (dev) linkWidgetMap(request, response);
    if (servePublic(request, response)) return;
    if (!isLoopbackHost(request.headers.host)) {
      response
        .writeHead(403, { 'Content-Type': 'text/plain' })
        .end('The local site answers only as localhost.');
      return;
    }
    void serveOthers(request, response);
  };
}
