import { agentName } from '../app/agent-name';
import { clockTime } from '../app/format-time';
import type { Texts } from '../app/texts';
import type { CustomerPromise } from './promise';

/** `will`: as it will be, once something is done that is not done yet. */
export type Tense = 'now' | 'will';

export interface PromiseView {
  /** Whoever looks. */
  me: { accountId: string; online: boolean };
  now: number;
  tense: Tense;
}

const OFFLINE = {
  now: { offline: 'agent.seeOffline', hidden: 'agent.seeHidden' },
  will: { offline: 'agent.willSeeOffline', hidden: 'agent.willSeeHidden' },
} as const;

/** What customers are promised, in a sentence, and in a second one what comes after it (rule S13). */
export function promiseWords(
  texts: Texts,
  promise: CustomerPromise,
  { me, now, tense }: PromiseView,
): [first: string, then: string] {
  if (promise.kind === 'disabled') return [texts.t('agent.seeDisabled'), ''];
  if (promise.kind !== 'someone') {
    const words = texts.t('widget.stateOffline');
    return [texts.t(OFFLINE[tense][promise.kind], { words }), ''];
  }
  const { until, by, after } = promise;
  const time = until === null ? '' : clockTime(until, now, texts);
  const then = until === null ? '' : texts.t(after === 'hidden' ? 'agent.afterHidden' : 'agent.afterThat');
  if (tense === 'will')
    return [texts.t(until === null ? 'agent.willPromiseOpen' : 'agent.willPromiseUntil', { time }), then];
  if (me.online)
    return [texts.t(until === null ? 'agent.promiseOpen' : 'agent.promiseUntil', { time }), then];
  const values = { words: texts.t('widget.stateOnline'), name: agentName(texts, by), time };
  return [texts.t(until === null ? 'agent.seeOnlineOpen' : 'agent.seeOnlineUntil', values), then];
}
