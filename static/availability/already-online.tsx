import { useEffect } from 'react';
import type { Panel } from '../../src/contract/panel';
import { useAnnounce } from '../app/announcer';
import { useTexts } from '../app/texts-context';
import { Notice } from '../ui/notice';
import { fewNames, untilWords } from './end-words';

export interface AlreadyOnlineProps {
  /** As it was when the command was given. */
  then: Panel;
  panel: Panel;
  now: number;
}

/** "Go online", asked of somebody who is: nothing changes, and they are told so. */
export function AlreadyOnline({ then, panel, now }: AlreadyOnlineProps) {
  const texts = useTexts();
  const still = panel.projects.filter(
    ({ id, online }) => online && then.projects.some((before) => before.id === id && before.online),
  );
  const announce = useAnnounce();
  const projects = still.map(({ name, until }) =>
    texts.t('agent.projectUntil', {
      project: name,
      until: untilWords(texts, until === null ? null : Date.parse(until), now),
    }),
  );
  const said = texts.t('agent.alreadyOnline', { projects: fewNames(texts, projects) });
  useEffect(() => {
    announce(said);
    // Once: it is about the command.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [announce]);
  return still.length === 0 ? null : <Notice tone="info">{said}</Notice>;
}
