import type { MyProject } from '../../src/contract/panel';
import type { Texts } from '../app/texts';
import { clockTime } from '../app/format-time';
import { fewNames } from './end-words';

/** Where nobody else is online, and what customers see there then (rule S11): a sentence more where icons hide. */
export function lastOnlineWords(texts: Texts, projects: MyProject[]): string[] {
  const showing = projects.filter(({ hideWhenOffline }) => !hideWhenOffline);
  const hiding = projects.filter(({ hideWhenOffline }) => hideWhenOffline);
  const said = (key: 'agent.lastOnline' | 'agent.lastOnlineHidden', some: MyProject[]): string[] =>
    some.length === 0
      ? []
      : [
          texts.t(key, {
            projects: fewNames(
              texts,
              some.map(({ name }) => name),
            ),
          }),
        ];
  return [...said('agent.lastOnline', showing), ...said('agent.lastOnlineHidden', hiding)];
}

/** The same for a break: at its end customers are told to expect me. */
export const lastOnBreakWords = (texts: Texts, projects: MyProject[], end: number, now: number): string[] => [
  texts.t('agent.lastOnBreak', {
    projects: fewNames(
      texts,
      projects.map(({ name }) => name),
    ),
  }),
  texts.t('agent.breakPromise', { time: clockTime(end, now, texts) }),
];
