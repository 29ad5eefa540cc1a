import type { AgentRow } from '../../src/contract/panel';
import { clockTime, duration } from '../app/format-time';
import type { Texts } from '../app/texts';

/** "Set manually, until 17:00 (40 min left)", or that they are expected and until when they are asked (rules S5, H2). */
export function whyListed(
  texts: Texts,
  { until, why }: Pick<AgentRow, 'until' | 'why'>,
  isMe: boolean,
  now: number,
): string {
  if (until === null) {
    if (why === 'by-schedule') return texts.t('agent.scheduledOpen');
    return texts.t(isMe ? 'agent.byHandOpenYou' : 'agent.byHandOpen');
  }
  const end = Date.parse(until);
  const values = { time: clockTime(end, now, texts), left: duration(end - now, texts) };
  switch (why) {
    case 'expected':
      return texts.t('agent.expectedUntil', values);
    case 'by-schedule':
      return texts.t('agent.scheduledUntil', values);
    case 'by-hand':
      return texts.t(isMe ? 'agent.byHandUntilYou' : 'agent.byHandUntil', values);
  }
}
