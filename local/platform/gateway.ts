import type { ForgeFetchInit, ForgeFetchMeta, PlatformAnswer } from './forge-globals';
import type { createJiraGate, JiraCaller } from './jira-gate';
import type { ChannelContext, createRealtimeGate } from './realtime-gate';
import type { createStargate } from './stargate';
import type { createStorageGate } from './storage-gate';

/** For whom, and in which module, a function runs. */
export interface Caller extends JiraCaller {
  channelContext: ChannelContext;
}

export interface Gates {
  storage: ReturnType<typeof createStorageGate>;
  jira: ReturnType<typeof createJiraGate>;
  stargate: ReturnType<typeof createStargate>;
  realtime: ReturnType<typeof createRealtimeGate>;
}

/** What is behind `__forge_fetch__`: sends each call of the @forge packages to the service it is for. */
export class Gateway {
  constructor(readonly gates: Gates) {}

  send(caller: Caller, meta: ForgeFetchMeta, path: string, init?: ForgeFetchInit): PlatformAnswer {
    const { gates } = this;
    const body = init?.body ?? '';
    switch (meta.type) {
      case 'kvs':
        return gates.storage(path, body);
      case 'realtime':
        return gates.realtime(caller.channelContext, body);
      case 'fpp':
        if (meta.remote === 'jira') return gates.jira(caller, meta, path, init);
        if (meta.remote === 'stargate') return gates.stargate(path, body);
    }
    throw new Error(
      `The local site cannot answer this call of the platform: ${JSON.stringify(meta)} ${path.slice(0, 200)}`,
    );
  }
}
