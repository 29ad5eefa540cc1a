import type { SiteTime } from '../../clock';
import type { FromWorker, StreamEvents, ToWorker } from './live-messages';
import { postJson } from './post-json';

/**
 * A shared worker: browsers allow six connections to a host, so that the pages of one browser must share one
 * event stream, however many windows are open.
 */
interface Subscription {
  port: MessagePort;
  id: number;
  channel: unknown;
}

const ports = new Set<MessagePort>();
/** By the number that this worker gave; the server gets it back with every event. */
const subscriptions = new Map<number, Subscription>();
let lastNumber = 0;
let stream: number | undefined;
/** What a page that connects may have missed. */
let siteTime: SiteTime | undefined;

const tell = (port: MessagePort, message: FromWorker): void => port.postMessage(message);

async function subscribe(number: number, { port, id, channel }: Subscription): Promise<void> {
  if (stream === undefined) return; // the next hello subscribes
  try {
    await postJson('/__forge__/live/subscribe', { stream, subscription: number, channel });
    tell(port, { kind: 'subscribed', id });
  } catch (error) {
    subscriptions.delete(number);
    tell(port, { kind: 'refused', id, message: error instanceof Error ? error.message : String(error) });
  }
}

function drop(matches: (subscription: Subscription) => boolean): void {
  for (const [number, subscription] of subscriptions) {
    if (!matches(subscription)) continue;
    subscriptions.delete(number);
    // A stream that is gone has no subscriptions any more.
    postJson('/__forge__/live/unsubscribe', { stream, subscription: number }).catch(() => undefined);
  }
}

const events = new EventSource('/__forge__/live');

function on<Name extends keyof StreamEvents>(name: Name, act: (data: StreamEvents[Name]) => void): void {
  events.addEventListener(name, (event: MessageEvent<string>) =>
    act(JSON.parse(event.data) as StreamEvents[Name]),
  );
}

on('hello', (hello) => {
  stream = hello.stream;
  for (const [number, subscription] of subscriptions) void subscribe(number, subscription);
});
const tellAll = (message: FromWorker): void => {
  for (const port of ports) tell(port, message);
};
on('clock', (time) => {
  siteTime = time;
  tellAll({ kind: 'clock', time });
});
on('issue', ({ issueKey }) => tellAll({ kind: 'issue', issueKey }));
on('dev', (news) => tellAll({ kind: 'dev', news }));
on('realtime', ({ subscription, payload }) => {
  const found = subscriptions.get(subscription);
  if (found) tell(found.port, { kind: 'event', id: found.id, payload });
});
events.addEventListener('error', () => (stream = undefined));

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  if (!port) return;
  ports.add(port);
  if (siteTime) tell(port, { kind: 'clock', time: siteTime });
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'subscribe') {
      const number = (lastNumber += 1);
      const subscription = { port, id: data.id, channel: data.channel };
      subscriptions.set(number, subscription);
      void subscribe(number, subscription);
    } else if (data.kind === 'unsubscribe') {
      drop((subscription) => subscription.port === port && subscription.id === data.id);
    } else {
      ports.delete(port);
      drop((subscription) => subscription.port === port);
    }
  });
  port.start();
});
