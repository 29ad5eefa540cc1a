import type { PutOfflineNotice } from '../../src/contract/panel';
import { agentName } from '../app/agent-name';
import { clockTime } from '../app/format-time';
import type { Texts } from '../app/texts';

/** Who set me to offline, when and why (rule S6). */
export const putOfflineWords = (texts: Texts, { by, at, reason }: PutOfflineNotice, now: number): string =>
  texts.t(reason ? 'agent.putYouOfflineBecause' : 'agent.putYouOffline', {
    name: agentName(texts, by),
    time: clockTime(Date.parse(at), now, texts),
    reason: reason ?? '',
  });
