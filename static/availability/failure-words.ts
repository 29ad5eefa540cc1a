import type { Panel } from '../../src/contract/panel';
import type { Texts } from '../app/texts';
import type { Wish } from './wish';

/** What did not change. */
export function failureWords(texts: Texts, panel: Panel, { kind, payload }: Wish): string {
  if (kind === 'confirm') return texts.t(panel.me.online ? 'agent.alreadyHere' : 'agent.notConfirmed');
  if (kind === 'break') return texts.t(panel.me.online ? 'agent.noBreak' : 'agent.breakUnchanged');
  if (payload.scope === 'all') return texts.t('agent.notEverywhere');
  const mine = panel.projects.find(({ id }) => id === payload.projectId);
  const isHere = payload.projectId === panel.project?.id;
  const project = (isHere ? panel.project?.name : mine?.name) ?? '';
  if (!(isHere ? panel.me.online : mine?.online)) return texts.t('agent.stillOffline', { project });
  return texts.t(kind === 'go-offline' ? 'agent.stillOnline' : 'agent.endUnchanged', { project });
}
