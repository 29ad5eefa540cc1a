import { agentName } from '../app/agent-name';
import { closedRead, customersRead } from '../app/customers-read';
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

/** What customers are promised, in a sentence, and in a second one what comes after it (rules S13, H5). */
export function promiseWords(
  texts: Texts,
  promise: CustomerPromise,
  view: PromiseView,
): [first: string, then: string] {
  switch (promise.kind) {
    case 'disabled':
      return [texts.t('agent.seeDisabled'), ''];
    case 'closed':
      return [closedWords(texts, promise.until, view.now), ''];
    case 'nobody':
      return [texts.t(view.tense === 'will' ? 'agent.willSeeNobody' : 'agent.seeNobody'), ''];
    case 'outside-hours':
      return [texts.t('agent.seeOutsideHours'), nextWords(texts, promise.next, view.now)];
    case 'offline':
    case 'hidden':
      return awayWords(texts, promise, view);
    case 'someone':
      return someoneWords(texts, promise, view);
  }
}

function someoneWords(
  texts: Texts,
  { until, by, after }: Extract<CustomerPromise, { kind: 'someone' }>,
  { me, now, tense }: PromiseView,
): [first: string, then: string] {
  const time = until === null ? '' : clockTime(until, now, texts);
  const then = until === null ? '' : texts.t(after === 'hidden' ? 'agent.afterHidden' : 'agent.afterThat');
  if (tense === 'will')
    return [texts.t(until === null ? 'agent.willPromiseOpen' : 'agent.willPromiseUntil', { time }), then];
  if (me.online)
    return [texts.t(until === null ? 'agent.promiseOpen' : 'agent.promiseUntil', { time }), then];
  const words = texts.t('widget.stateOnline');
  if (by === null)
    return [
      texts.t(until === null ? 'agent.seeOnlineAlways' : 'agent.seeOnlineAtLeast', { words, time }),
      then,
    ];
  const values = { words, name: agentName(texts, by), time };
  return [texts.t(until === null ? 'agent.seeOnlineOpen' : 'agent.seeOnlineUntil', values), then];
}

/** Nobody is there: with the time at which somebody is again, as customers read it where they see an icon. */
function awayWords(
  texts: Texts,
  { kind, next }: Extract<CustomerPromise, { kind: 'offline' | 'hidden' }>,
  { now, tense }: PromiseView,
): [first: string, then: string] {
  const told = next && { nextOnlineAt: isoOf(next.at), ...(next.expected && { expected: true as const }) };
  const words = told ? customersRead(texts, told, now).promise : '';
  if (kind === 'hidden' || !words) {
    const first = texts.t(OFFLINE[tense][kind], { words: texts.t('widget.stateOffline') });
    return [first, kind === 'hidden' ? nextWords(texts, next, now) : ''];
  }
  return [
    texts.t(tense === 'will' ? 'agent.willSeeWords' : 'agent.seeWords', { words }),
    next?.expected && tense === 'now'
      ? texts.t('agent.onceConfirmed', { words: texts.t('widget.stateOnline') })
      : '',
  ];
}

/** What customers see while the desk is closed until then, whoever is there (rule H4). */
export function closedWords(texts: Texts, until: number, now: number): string {
  const words = closedRead(texts, until, now);
  return words
    ? texts.t('agent.seeWords', { words })
    : texts.t('agent.seeOffline', { words: texts.t('widget.stateOffline') });
}

const isoOf = (at: number): string => new Date(at).toISOString();

function nextWords(
  texts: Texts,
  next: Extract<CustomerPromise, { kind: 'offline' | 'hidden' }>['next'],
  now: number,
): string {
  if (!next) return '';
  const time = clockTime(next.at, now, texts);
  return texts.t(next.expected ? 'agent.thenExpected' : 'agent.thenBack', { time });
}
