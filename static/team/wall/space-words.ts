import type { WallMomentBody, WallSpace, WallTeam, WallToldBody } from '../../../src/contract/wall';
import { clockTime } from '../../app/format-time';
import type { Texts } from '../../app/texts';
import type { CustomerPromise } from '../../availability/promise';
import { promiseWords } from '../../availability/promise-words';
import { waitText } from '../wait-text';
import { momentOf } from './wall-at';

/** Whoever waits longer than the longest time within which a team can promise a reply waits too long. Milliseconds. */
const LATE_MS = 5 * 60_000;

export type WallMark = 'online' | 'offline' | 'expected' | 'closed' | 'unknown';

/** A number that can be read from a distance, with what it means. */
interface Figure {
  count: string;
  lines: string[];
}

/** A space of the wall in words. */
export interface SpaceWords {
  title: string;
  waiting: Figure & { isLate: boolean };
  online: Figure & { mark: WallMark; names: string[] };
  /** The next change. `mark`: how it will be; `warning`: nobody is there, or nothing is known. */
  foot: { mark: WallMark | 'warning'; text: string };
}

/** A space that shows nothing, and why. */
export interface GapWords {
  title: string;
  sentence: string;
}

export interface WordsOptions {
  now: number;
  /** When the last answer came. */
  heardAt: number;
  showNames: boolean;
}

export function spaceWords(texts: Texts, space: WallSpace, options: WordsOptions): SpaceWords | GapWords {
  const { t } = texts;
  if (!('why' in space)) {
    const moment = momentOf(space, options.now);
    return moment ? teamWords(texts, space, moment, options) : unknownWords(texts, space, options);
  }
  switch (space.why) {
    case 'unseen':
      return { title: t('wall.unseenTitle'), sentence: t('wall.unseenBody') };
    case 'not-theirs':
      return { title: space.name, sentence: `${t('wall.teamUnseen')} ${t('team.notAllowedBody')}` };
    case 'chat-off':
      return { title: space.name, sentence: t('error.chat-disabled') };
  }
}

function teamWords(
  texts: Texts,
  { name, waiting }: WallTeam,
  moment: WallMomentBody,
  { now, showNames }: WordsOptions,
): SpaceWords {
  const { t } = texts;
  const { told, onlineCount, online, expected } = moment;
  const waited = waiting.longestSince === null ? 0 : now - Date.parse(waiting.longestSince);
  const written = waitText(waited, texts);
  const mark: WallMark =
    told.state === 'online' || told.state === 'closed'
      ? told.state
      : expected.count > 0
        ? 'expected'
        : 'offline';
  const more = onlineCount - online.length;
  return {
    title: name,
    waiting: {
      count: countOf(texts, waiting),
      lines: [
        waiting.count === 0
          ? t('wall.noOneWaits')
          : waiting.count === 1
            ? written
            : t('team.longest', { wait: written }),
      ],
      isLate: waiting.count > 0 && waited >= LATE_MS,
    },
    online: {
      count: number(texts, onlineCount),
      mark,
      names: [
        ...online.map(({ name: agent, until }) =>
          untilWords(texts, showNames ? (agent ?? t('agent.someone')) : null, until, now),
        ),
        ...(more > 0 ? [texts.counted('wall.more', more)] : []),
      ],
      lines: [
        ...(expected.count > 0 ? [t('wall.expected', { names: namesOf(texts, expected, showNames) })] : []),
        ...(told.state === 'online' ? [] : [seenWords(texts, told, now)]),
      ],
    },
    foot: nextWords(texts, moment, now, showNames),
  };
}

/** What customers are told, in the words of the dialog. */
function seenWords(texts: Texts, told: WallToldBody, now: number): string {
  const me = { accountId: '', online: false };
  return promiseWords(texts, promiseOf(told), { me, now, tense: 'now' }).filter(Boolean).join(' ');
}

function promiseOf({ state, closedUntil, back }: WallToldBody): CustomerPromise {
  if (closedUntil !== null) return { kind: 'closed', until: Date.parse(closedUntil), message: '' };
  const next = back ? { next: { at: Date.parse(back.at), expected: back.expected } } : {};
  if (state === 'outside-hours' || state === 'hidden') return { kind: state, ...next };
  return { kind: 'offline', ...next };
}

function nextWords(
  texts: Texts,
  { next, told }: WallMomentBody,
  now: number,
  showNames: boolean,
): SpaceWords['foot'] {
  const { t } = texts;
  if (!next) return backWords(texts, told, now);
  const time = clockTime(Date.parse(next.at), now, texts);
  if (next.kind === 'no-one') return { mark: 'warning', text: leavingWords(texts, next.after, time, now) };
  const names = namesOf(texts, next, showNames);
  return next.kind === 'online'
    ? { mark: 'online', text: t('wall.nextOnline', { names, time }) }
    : { mark: 'expected', text: t('wall.nextExpected', { names, time }) };
}

/** Nobody comes and nobody leaves: what is told customers may change all the same. */
function backWords(
  { t, ...texts }: Texts,
  { back, closedUntil }: WallToldBody,
  now: number,
): SpaceWords['foot'] {
  if (back) {
    const time = clockTime(Date.parse(back.at), now, texts);
    return back.expected
      ? { mark: 'expected', text: t('agent.thenExpected', { time }) }
      : { mark: 'online', text: t('agent.thenBack', { time }) };
  }
  if (closedUntil === null) return { mark: 'offline', text: t('wall.nothingNext') };
  return {
    mark: 'offline',
    text: t('wall.opensFrom', { time: clockTime(Date.parse(closedUntil), now, texts) }),
  };
}

function leavingWords(
  { t, ...texts }: Texts,
  { state, closedUntil, back }: WallToldBody,
  time: string,
  now: number,
): string {
  const write = (at: string): string => clockTime(Date.parse(at), now, texts);
  if (closedUntil !== null) return t('wall.closesFrom', { time, until: write(closedUntil) });
  const first = t(state === 'outside-hours' ? 'wall.hoursEnd' : 'wall.noOneFrom', { time });
  if (!back) return first;
  return `${first} ${t(back.expected ? 'agent.thenExpected' : 'agent.thenBack', { time: write(back.at) })}`;
}

/** Numbers that are not current are dashes, never old numbers. */
function unknownWords(texts: Texts, space: WallTeam, { now, heardAt }: WordsOptions): SpaceWords {
  const { t } = texts;
  const time = clockTime(heardAt, now, texts);
  const last = space.moments.at(-1);
  const was = (count: string): string[] => (last ? [t('wall.was', { count, time })] : []);
  return {
    title: space.name,
    waiting: { count: DASH, lines: was(countOf(texts, space.waiting)), isLate: false },
    online: {
      count: DASH,
      mark: 'unknown',
      names: [],
      lines: was(number(texts, last?.onlineCount ?? 0)),
    },
    foot: { mark: 'warning', text: last ? t('wall.notUpdated', { time }) : t('agent.seeUnknown') },
  };
}

const DASH = '–';

function untilWords({ t, ...texts }: Texts, name: string | null, until: string | null, now: number): string {
  if (until === null) return name === null ? t('agent.noEnd') : t('wall.agentOpen', { name });
  const time = clockTime(Date.parse(until), now, texts);
  return name === null ? t('agent.untilTime', { time }) : t('wall.agentUntil', { name, time });
}

function namesOf(
  texts: Texts,
  { names, count }: { names: (string | null)[]; count: number },
  showNames: boolean,
): string {
  const someone = texts.t('agent.someone');
  if (!showNames) return count === 1 ? someone : texts.counted('collision.people', count);
  const more = count - names.length;
  return texts.list([
    ...names.map((name) => name ?? someone),
    ...(more > 0 ? [texts.counted('wall.moreNames', more)] : []),
  ]);
}

const number = ({ locale }: Texts, count: number): string => new Intl.NumberFormat(locale).format(count);

function countOf(texts: Texts, { count, isMore }: WallTeam['waiting']): string {
  const written = number(texts, count);
  return isMore ? texts.t('team.orMore', { count: written }) : written;
}
