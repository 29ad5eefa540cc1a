import type { Coverage } from '../../src/contract/clock';
import type { Person } from '../../src/domain/person';
import type { Span } from '../../src/domain/span';
import { agentName } from '../app/agent-name';
import { dateFormat } from '../app/date-format';
import { dayNumber, timeOfDay } from '../app/format-time';
import type { TextKey, Texts } from '../app/texts';
import type { CoverageDay, CoverageSpan, Piece } from './coverage-days';

/** Texts, and the zone in which times are told. */
export interface Wording {
  texts: Texts;
  zone: string;
  people: readonly Person[];
}

const SHOWN: Record<Coverage['spans'][number]['shown'], TextKey> = {
  online: 'coverage.seeOnline',
  expected: 'coverage.seeExpected',
  offline: 'coverage.seeOffline',
  hidden: 'coverage.seeHidden',
  closed: 'coverage.seeClosed',
};

export const shownWord = ({ texts }: Wording, { shown }: CoverageSpan): string => texts.t(SHOWN[shown]);

/** "Tue, Mar 3" */
export const dayName = ({ texts, zone }: Wording, at: number): string =>
  dateFormat(texts.locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: zone,
  }).format(at);

const time = ({ texts: { locale }, zone }: Wording, at: number): string =>
  timeOfDay(at, { locale, timeZone: zone });

/** "12:00 PM–1:00 PM" */
export const timesOf = (wording: Wording, { from, to }: Span): string =>
  wording.texts.t('coverage.times', { from: time(wording, from), to: time(wording, to) });

/** With its day, and with both where it ends on another one. */
export function spanWords(wording: Wording, span: Span): string {
  const { texts, zone } = wording;
  const day = dayName(wording, span.from);
  // What ends at midnight ends on the day before.
  const days = dayNumber(span.to - 1, zone) - dayNumber(span.from, zone);
  if (days === 0) return texts.t('coverage.dayTimes', { day, times: timesOf(wording, span) });
  return texts.t('coverage.toOtherDay', {
    from: texts.t('coverage.dayTime', { day, time: time(wording, span.from) }),
    to: texts.t('coverage.dayTime', { day: dayName(wording, span.to), time: time(wording, span.to) }),
  });
}

/** A span's agents by name, with who has yet to confirm; empty: nobody. */
export function whoWords({ texts, people }: Wording, span: CoverageSpan): string {
  const nameOf = (id: string): string =>
    agentName(
      texts,
      people.find(({ accountId }) => accountId === id) ?? { accountId: id, name: null, avatarUrl: null },
    );
  const names = span.agents.map((id) => {
    const agent = nameOf(id);
    return span.toConfirm.includes(id) ? texts.t('coverage.toConfirm', { agent }) : agent;
  });
  const more = span.count - names.length;
  return texts.list(more > 0 ? [...names, texts.counted('coverage.more', more)] : names);
}

/** One line that says what a day is like: what is wrong with it first. */
export function dayWords(wording: Wording, { pieces }: CoverageDay): { text: string; tone: DayTone } {
  const { texts } = wording;
  const timesIn = (found: Span[]): string => {
    const [first, ...others] = found;
    if (!first) return '';
    const times = timesOf(wording, first);
    return others.length === 0 ? times : texts.counted('coverage.andMore', others.length, { times });
  };
  const gaps = joined(pieces.filter((each) => each.isGap));
  if (gaps.length > 0) return { text: texts.t('coverage.dayGap', { times: timesIn(gaps) }), tone: 'gap' };
  const closed = joined(pieces.filter(({ span }) => span.shown === 'closed'));
  if (closed.length > 0)
    return { text: texts.t('coverage.dayClosed', { times: timesIn(closed) }), tone: 'closed' };
  const seen = pieces.filter(({ span }) => span.shown === 'online' || span.shown === 'expected');
  if (seen.length === 0) return { text: texts.t('coverage.dayHidden'), tone: 'hidden' };
  const single = joined(seen.filter(({ span }) => span.count === 1));
  if (single.length === 0) return { text: texts.t('coverage.dayCovered'), tone: 'covered' };
  const isAllDay = seen.every(({ span }) => span.count === 1);
  return {
    text: isAllDay
      ? texts.t('coverage.daySingle')
      : texts.t('coverage.daySingleAt', { times: timesIn(single) }),
    tone: 'single',
  };
}

export type DayTone = 'gap' | 'closed' | 'hidden' | 'covered' | 'single';

/** Pieces that touch are one stretch of the day. */
function joined(pieces: readonly Piece[]): Span[] {
  const whole: Span[] = [];
  for (const { from, to } of pieces) {
    const last = whole.at(-1);
    if (last?.to === from) last.to = to;
    else whole.push({ from, to });
  }
  return whole;
}
