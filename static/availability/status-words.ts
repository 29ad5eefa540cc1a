import type { Panel } from '../../src/contract/panel';
import { clockTime } from '../app/format-time';
import type { Texts } from '../app/texts';

/** What my status is, as far as it is told in words: online and offline are not all of it (rules H2, H8). */
export type MyState = 'online' | 'break' | 'asked' | 'offline';

export function myState({ online, asked, reason }: Panel['me'], projectId: string): MyState {
  if (online) return 'online';
  if (asked?.projectIds.includes(projectId)) return 'asked';
  return reason === 'break' ? 'break' : 'offline';
}

/** "You’re on a break until 12:30 PM" */
export function statusWords(
  texts: Texts,
  { me }: Pick<Panel, 'me'>,
  project: { id: string; name: string },
  now: number,
): string {
  const values = { project: project.name };
  switch (myState(me, project.id)) {
    case 'online':
      return texts.t('agent.youAreOnline', values);
    case 'break':
      return texts.t('agent.youAreOnBreak', { time: clockTime(Date.parse(me.until ?? ''), now, texts) });
    case 'asked':
      return me.asked?.why === 'break'
        ? texts.t('agent.breakIsOver')
        : texts.t('agent.youAreExpected', values);
    case 'offline':
      return texts.t('agent.youAreOffline', values);
  }
}

/** The look of `fd-dot` for it. */
export const statusDot = (state: MyState): string =>
  state === 'online' ? 'fd-dot fd-dot-online' : state === 'asked' ? 'fd-dot fd-dot-expected' : 'fd-dot';
