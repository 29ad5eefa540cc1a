import type { AskedOfMe, Panel } from '../../src/contract/panel';
import { clockTime } from '../app/format-time';
import type { Texts } from '../app/texts';
import { fewNames } from './end-words';

/** What is asked of me, where, and until when an answer counts, as `{projects}`, `{time}` and `{until}` (rules H2, H8). */
export function askedValues(
  texts: Texts,
  { since, until, projectIds }: AskedOfMe,
  { projects, project }: Pick<Panel, 'projects' | 'project'>,
  now: number,
): { projects: string; time: string; until: string } {
  const names = projectIds.flatMap(
    (id) =>
      (projects.find((mine) => mine.id === id) ?? (project?.id === id ? project : undefined))?.name ?? [],
  );
  return {
    projects: fewNames(texts, names),
    time: clockTime(Date.parse(since), now, texts),
    until: clockTime(Date.parse(until), now, texts),
  };
}

/** The title and the sentences of the question. */
export function questionWords(
  texts: Texts,
  asked: AskedOfMe,
  panel: Pick<Panel, 'projects' | 'project'>,
  now: number,
): { title: string; body: string } {
  const values = askedValues(texts, asked, panel, now);
  const hereUntil =
    asked.end === null
      ? []
      : [
          texts.t('agent.hereUntil', {
            button: texts.t('agent.here'),
            time: clockTime(Date.parse(asked.end), now, texts),
          }),
        ];
  const isBreak = asked.why === 'break';
  return {
    title: texts.t(isBreak ? 'agent.breakIsOver' : 'agent.areYouHere'),
    body: [texts.t(isBreak ? 'agent.askedBreak' : 'agent.askedRollCall', values), ...hereUntil].join(' '),
  };
}
