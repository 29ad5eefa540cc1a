import type { BreakPreview, MyProject } from '../../src/contract/panel';
import { customersRead } from '../app/customers-read';
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

/** The same for a break: what customers read meanwhile, or as long as that is not known, that they are told its end. */
export function lastOnBreakWords(
  texts: Texts,
  projects: MyProject[],
  { end, preview }: { end: number; preview: BreakPreview | null },
  now: number,
): string[] {
  const names = (some: MyProject[]): string =>
    fewNames(
      texts,
      some.map(({ name }) => name),
    );
  const seen = preview && seenIn(texts, projects, preview, now);
  return [
    texts.t('agent.lastOnBreak', { projects: names(projects) }),
    ...(seen?.map(({ words, some }) => {
      const values = { words, projects: names(some) };
      if (seen.length === 1) return texts.t(words ? 'agent.willSeeWords' : 'agent.willSeeHidden', values);
      return texts.t(words ? 'agent.willSeeWordsIn' : 'agent.willSeeHiddenIn', values);
    }) ?? [texts.t('agent.breakPromise', { time: clockTime(end, now, texts) })]),
  ];
}

interface Seen {
  /** Empty: no chat icon. */
  words: string;
  some: MyProject[];
}

/** Those in which customers read the same, together. Null: of one it is not known. */
function seenIn(texts: Texts, projects: MyProject[], preview: BreakPreview, now: number): Seen[] | null {
  const seen: Seen[] = [];
  for (const project of projects) {
    const told = preview.projects.find(({ projectId }) => projectId === project.id);
    if (!told) return null;
    const words = wordsOf(texts, told, now);
    const same = seen.find((each) => each.words === words);
    if (same) same.some.push(project);
    else seen.push({ words, some: [project] });
  }
  return seen;
}

function wordsOf(texts: Texts, { state, told }: BreakPreview['projects'][number], now: number): string {
  if (state !== 'offline') return state === 'online' ? texts.t('widget.stateOnline') : '';
  const { closed, promise } = customersRead(texts, told ?? { nextOnlineAt: null }, now);
  return closed || promise || texts.t('widget.stateOffline');
}
