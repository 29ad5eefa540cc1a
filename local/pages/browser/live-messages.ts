import type { SiteTime } from '../../clock';
import type { DevNews } from '../../dev-session';
import type { ChannelBody } from '../page-data';

/** Between a page and the one worker that holds the browser's only event stream to the local site. */
export type ToWorker =
  | { kind: 'subscribe'; id: number; channel: ChannelBody }
  | { kind: 'unsubscribe'; id: number }
  | { kind: 'bye' };

export type FromWorker =
  | { kind: 'clock'; time: SiteTime }
  | { kind: 'issue'; issueKey: string }
  | { kind: 'dev'; news: DevNews }
  | { kind: 'subscribed'; id: number }
  | { kind: 'refused'; id: number; message: string }
  | { kind: 'event'; id: number; payload: string };

/** The server's events, by name. */
export interface StreamEvents {
  hello: { stream: number };
  /** Where the site's clock is now: first when the stream begins, then after every move. */
  clock: SiteTime;
  /** Something about the issue has changed. */
  issue: { issueKey: string };
  /** The app was built anew, or does not build. */
  dev: DevNews;
  realtime: { subscription: number; payload: string };
}
