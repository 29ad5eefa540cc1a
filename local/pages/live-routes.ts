import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { DevSession } from '../dev-session';
import type { Site } from '../site';
import type { StreamEvents } from './browser/live-messages';
import { badRequest, readJson } from './json-body';

const channel = z.strictObject({
  channelName: z.string().min(1),
  isGlobal: z.boolean(),
  context: z.record(z.string(), z.unknown()).optional(),
  contextOverrides: z.array(z.string()).optional(),
  token: z.string().optional(),
});
const subscribeBody = z.strictObject({ stream: z.int(), subscription: z.int(), channel });
const unsubscribeBody = z.strictObject({ stream: z.int().optional(), subscription: z.int() });
const publishBody = z.strictObject({ channel, payload: z.string() });

interface Stream {
  send(event: string, data: unknown): void;
  /** A browser that is still there opens another one, and subscribes anew. */
  end(): void;
  /** What ends each subscription, by the worker's number for it. */
  subscriptions: Map<number, () => void>;
}

/** One event stream for each browser: moves of the clock, changed issues, new builds, and the realtime channels of its pages. */
export function createLiveRoutes(
  site: Pick<Site, 'clock' | 'jira' | 'onReset' | 'realtime'>,
  dev?: Pick<DevSession, 'onNews'>,
): Hono {
  const routes = new Hono();
  const streams = new Map<number, Stream>();
  let lastStream = 0;

  const tellAll = <Name extends keyof StreamEvents>(event: Name, data: StreamEvents[Name]): void => {
    for (const { send } of streams.values()) send(event, data);
  };
  site.clock.onMove(() => tellAll('clock', site.clock.siteTime()));
  site.jira.onEvent(({ issueKey }) => tellAll('issue', { issueKey }));
  dev?.onNews((news) => tellAll('dev', news));

  // Who subscribed before a reset hears nothing of what comes after it, unless they ask again.
  site.onReset(() => {
    for (const stream of streams.values()) stream.end();
  });

  routes.get('/live', (c) =>
    streamSSE(c, async (sse) => {
      const id = (lastStream += 1);
      const subscriptions: Stream['subscriptions'] = new Map();
      const send = (event: string, data: unknown): void => {
        void sse.writeSSE({ event, data: JSON.stringify(data) });
      };
      await new Promise<void>((resolve) => {
        const end = (): void => {
          streams.delete(id);
          for (const unsubscribe of subscriptions.values()) unsubscribe();
          resolve();
        };
        sse.onAbort(end);
        streams.set(id, { send, end, subscriptions });
        send('hello', { stream: id });
        // It may have moved since the browser's pages were written.
        send('clock', site.clock.siteTime());
      });
    }),
  );

  routes.post('/live/subscribe', async (c) => {
    const body = await readJson(c, subscribeBody);
    const stream = streams.get(body.stream);
    if (!stream) return badRequest(c, 'This event stream has ended.');
    const { subscription } = body;
    try {
      const end = site.realtime.subscribe(body.channel, (payload) =>
        stream.send('realtime', { subscription, payload }),
      );
      stream.subscriptions.set(subscription, end);
    } catch (error) {
      return badRequest(c, messageOf(error));
    }
    return c.json({});
  });

  routes.post('/live/unsubscribe', async (c) => {
    const { stream, subscription } = await readJson(c, unsubscribeBody);
    const subscriptions = stream === undefined ? undefined : streams.get(stream)?.subscriptions;
    subscriptions?.get(subscription)?.();
    subscriptions?.delete(subscription);
    return c.json({});
  });

  routes.post('/realtime/publish', async (c) => {
    const { channel: address, payload } = await readJson(c, publishBody);
    try {
      return c.json(site.realtime.publish(address, payload));
    } catch (error) {
      // Publishers are told in the answer, not by a failure.
      return c.json({ eventId: null, eventTimestamp: null, errors: [{ message: messageOf(error) }] });
    }
  });

  return routes;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
