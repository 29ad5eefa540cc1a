import type { Why, WhyRule } from '../../src/contract/clock';
import { WHY_KINDS, type WhyKind } from '../../src/domain/clock/why-kinds';
import { dateFormat } from '../app/date-format';
import { clockTime } from '../app/format-time';
import type { TextKey, Texts } from '../app/texts';
import { zoneName } from '../app/zone-name';

/** How instants are told: in the reader's zone, and in the visitor's beside it where that shows another time. */
export interface WhyTimes {
  texts: Texts;
  /** Epoch ms: what is today. */
  now: number;
  visitorZone: string;
}

/** "5:00 PM (6:00 PM in Berlin)" */
export function bothTimes({ texts, now, visitorZone }: WhyTimes, instant: string): string {
  const at = Date.parse(instant);
  const { locale } = texts;
  const time = clockTime(at, now, { locale });
  const other = clockTime(at, now, { locale, timeZone: visitorZone });
  if (time === other || isSameOffset(at, visitorZone)) return time;
  return texts.t('why.bothTimes', { time, other, zone: zoneName(visitorZone) });
}

/** A clock with another way of saying the same, such as a zone's name in the hour that comes twice, is no other clock. */
function isSameOffset(at: number, zone: string): boolean {
  const wall = (timeZone?: string): string =>
    dateFormat('en-US', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(at);
  return wall() === wall(zone);
}

/** Facts that are instants; the others are names, words and numbers. */
const INSTANTS: ReadonlySet<string> = new Set(['until', 'since', 'asked', 'slotEnd', 'at']);

const KINDS: ReadonlySet<string> = new Set(WHY_KINDS);
const isKnown = (kind: string): kind is WhyKind => KINDS.has(kind);

/** A rule in the reader's words; of a kind that this page doesn't know yet, in the server's. */
export function ruleWords(times: WhyTimes, { kind, facts, text }: WhyRule): string {
  const { texts } = times;
  if (!isKnown(kind)) return text;
  if (kind === 'someone' || kind === 'expected') return texts.counted(`why.${kind}`, Number(facts['count']));
  const said = Object.entries(facts).map(([name, fact]): [string, string] => {
    if (INSTANTS.has(name)) return [name, bothTimes(times, fact)];
    if (name === 'zone') return [name, zoneName(fact)];
    if (name === 'by') return [name, fact === '' ? texts.t('agent.someone') : fact];
    return [name, fact];
  });
  return texts.t(textOf(kind, facts), Object.fromEntries(said));
}

type PlainKind = Exclude<WhyKind, 'someone' | 'expected'>;

/** What is said where something isn't there to be told: an end, a reason, a sentence for customers. */
const WITHOUT: Partial<Record<PlainKind, { fact: string; key: TextKey }>> = {
  'project-open': { fact: 'until', key: 'why.project-open-endless' },
  'project-outside': { fact: 'until', key: 'why.project-outside-endless' },
  'customer-open': { fact: 'until', key: 'why.customer-open-endless' },
  'customer-outside': { fact: 'until', key: 'why.customer-outside-endless' },
  closed: { fact: 'message', key: 'why.closed-silently' },
  'online-by-hand': { fact: 'until', key: 'why.online-by-hand-endless' },
  'online-by-schedule': { fact: 'until', key: 'why.online-by-schedule-endless' },
  asked: { fact: 'slotEnd', key: 'why.asked-endless' },
  'put-offline': { fact: 'reason', key: 'why.put-offline-silently' },
};

function textOf(kind: PlainKind, facts: WhyRule['facts']): TextKey {
  const without = WITHOUT[kind];
  return without && !facts[without.fact] ? without.key : `why.${kind}`;
}

/** What customers see, in one sentence, and what that means for them, in another. */
export function verdictWords(times: WhyTimes, why: Why): { title: string; body: string } {
  const { t } = times.texts;
  const { state, nextExpected, until, nextOnlineAt } = why;
  const end = until === null ? null : bothTimes(times, until);
  const next = nextOnlineAt === null ? null : bothTimes(times, nextOnlineAt);
  if (state === 'disabled') return { title: t('why.seeNothing'), body: t('why.seeNothingBody') };
  if (state === 'online') {
    return {
      title: t('why.seeOnline'),
      body: end === null ? t('why.noEnd') : t('why.onlineUntil', { time: end }),
    };
  }
  const promise =
    next === null
      ? t('why.noPromise')
      : t(nextExpected ? 'why.promiseExpected' : 'why.promiseBack', { time: next });
  if (state === 'hidden') return { title: t('why.seeHidden'), body: t('why.seeHiddenBody') };
  const isClosed = why.rules.some(({ kind, decides }) => kind === 'closed' && decides);
  return { title: t(isClosed ? 'why.seeClosed' : 'why.seeOffline'), body: promise };
}
