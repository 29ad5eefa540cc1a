import { clockTime, duration } from '../app/format-time';
import type { Texts } from '../app/texts';
import { endOfChoice, latestEnd, type EndChoice } from './end-choice';

const MINUTE = 60_000;

/** A choice of "until", and the clock time that it means now. */
export function choiceWords(
  texts: Texts,
  choice: EndChoice,
  now: number,
  longestMinutes: number | null,
): { name: string; time: string } {
  const end = endOfChoice(choice, now);
  if (choice !== 'open' && end !== null)
    return { name: duration(choice * MINUTE, texts), time: clockTime(end, now, texts) };
  return { name: texts.t('agent.untilIGoOffline'), time: openEnd(texts, now, longestMinutes) };
}

/** When "until I go offline" is over: at the site's longest time where there is one. */
export function openEnd(texts: Texts, now: number, longestMinutes: number | null): string {
  const latest = latestEnd(longestMinutes, now);
  if (latest === null) return texts.t('agent.noEnd');
  return texts.t('agent.atTheLatest', { time: clockTime(latest, now, texts) });
}

/** "until 5:00 PM", or that there is no end. */
export const untilWords = (texts: Texts, end: number | null, now: number): string =>
  end === null ? texts.t('agent.noEnd') : texts.t('agent.untilTime', { time: clockTime(end, now, texts) });

const LISTED = 5;

/** "a, b, and 3 more": so many names at most. */
export function fewNames(texts: Texts, names: string[]): string {
  const more = names.length - LISTED;
  return more <= 0
    ? texts.list(names)
    : texts.list([...names.slice(0, LISTED), texts.counted('agent.moreNames', more)]);
}
