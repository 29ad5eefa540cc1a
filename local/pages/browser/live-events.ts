import type { SiteTime } from '../../clock';
import type { ChannelBody } from '../page-data';
import { showDevNews } from './dev-news';
import type { FromWorker, ToWorker } from './live-messages';

export interface LiveEvents {
  /** Where the site's clock is: once at first, since it may have moved while the page was loaded, and after every move. */
  onClockMove(listener: (time: SiteTime) => void): void;
  onIssueChange(listener: (issueKey: string) => void): void;
  /** Rejects when the site refuses, for instance a token of another channel. */
  subscribe(channel: ChannelBody, onEvent: (payload: string) => void): Promise<() => void>;
}

interface Listener {
  onEvent(payload: string): void;
  subscribed(): void;
  refused(error: Error): void;
}

export function connectLiveEvents(): LiveEvents {
  const { port } = new SharedWorker('/__forge__/live-worker.js', 'frontdesk-live');
  const clockListeners = new Set<(time: SiteTime) => void>();
  const issueListeners = new Set<(issueKey: string) => void>();
  const listeners = new Map<number, Listener>();
  let lastId = 0;
  const send = (message: ToWorker): void => port.postMessage(message);

  port.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'clock') {
      for (const listener of clockListeners) listener(data.time);
      return;
    }
    if (data.kind === 'issue') {
      for (const listener of issueListeners) listener(data.issueKey);
      return;
    }
    if (data.kind === 'dev') {
      showDevNews(data.news);
      return;
    }
    const listener = listeners.get(data.id);
    if (data.kind === 'event') listener?.onEvent(data.payload);
    else if (data.kind === 'subscribed') listener?.subscribed();
    else listener?.refused(new Error(data.message));
  });
  port.start();
  addEventListener('pagehide', () => send({ kind: 'bye' }));
  // A page that comes back out of the browser's cache has said good-bye: start afresh.
  addEventListener('pageshow', (event) => {
    if (event.isTrusted && event.persisted) location.reload();
  });

  return {
    onClockMove: (listener) => clockListeners.add(listener),
    onIssueChange: (listener) => issueListeners.add(listener),
    subscribe(channel, onEvent) {
      const id = (lastId += 1);
      return new Promise((resolve, reject) => {
        listeners.set(id, {
          onEvent,
          subscribed: () =>
            resolve(() => {
              listeners.delete(id);
              send({ kind: 'unsubscribe', id });
            }),
          refused: (error) => {
            listeners.delete(id);
            reject(error);
          },
        });
        send({ kind: 'subscribe', id, channel });
      });
    },
  };
}
