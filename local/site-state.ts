import type { KvsSnapshot } from './platform/kvs-snapshot';
import type { PendingEvent } from './platform/queue';
import type { SiteServices } from './site-services';

/** What is stored, waits and has changed in Jira: all that outlives the process of a site. */
export interface SiteState {
  kvs: KvsSnapshot;
  queue: PendingEvent[];
  jira: unknown;
}

type Keepers = Pick<SiteServices, 'kvs' | 'queue' | 'jira'>;

export const stateOf = ({ kvs, queue, jira }: Keepers): SiteState => ({
  kvs: kvs.snapshot(),
  queue: queue.pending(),
  jira: jira.snapshot(),
});

/** Throws when it is not what `stateOf` gave. */
export function restoreState({ kvs, queue, jira }: Keepers, state: SiteState): void {
  kvs.restore(state.kvs);
  jira.restore(state.jira);
  queue.restore(state.queue);
}
