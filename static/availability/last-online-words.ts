import type { MyProject } from '../../src/contract/panel';
import type { Texts } from '../app/texts';
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
