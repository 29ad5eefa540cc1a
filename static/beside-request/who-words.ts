import type { AgentRow, Panel } from '../../src/contract/panel';
import { agentName } from '../app/agent-name';
import { clockTime } from '../app/format-time';
import type { Texts } from '../app/texts';
import { fewNames } from '../availability/end-words';
import { isOnlineRow } from '../availability/panel-at';

/** Names that are said; the others are a number. */
const NAMED = 5;

/** Who is online here until when, and who is expected: a sentence each (rules S5, H2). */
export function whoWords(texts: Texts, panel: Panel, projectName: string, now: number): string[] {
  const { agents, me, onlineCount } = panel;
  const nameOf = (row: AgentRow): string =>
    row.accountId === me.accountId ? texts.t('inbox.you') : agentName(texts, row);
  const untilOf = (row: AgentRow): string =>
    row.until === null
      ? nameOf(row)
      : texts.t('beside.agentUntil', {
          name: nameOf(row),
          time: clockTime(Date.parse(row.until), now, texts),
        });
  const named = agents.filter(isOnlineRow).slice(0, NAMED).map(untilOf);
  const more = onlineCount - named.length;
  const people = texts.list(more > 0 ? [...named, texts.counted('agent.moreNames', more)] : named);
  const expected = agents.filter((row) => !isOnlineRow(row)).map(nameOf);
  return [
    named.length > 0
      ? texts.t('beside.online', { people })
      : texts.t('agent.nobodyOnline', { project: projectName }),
    ...(expected.length > 0 ? [texts.t('beside.expected', { people: fewNames(texts, expected) })] : []),
  ];
}
