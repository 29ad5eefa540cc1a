import type { ReactNode } from 'react';
import type { Panel } from '../../src/contract/panel';
import { duration } from '../app/format-time';
import { useTexts } from '../app/texts-context';
import { statusWords } from './status-words';

export interface StatusBoxProps {
  panel: Panel;
  project: NonNullable<Panel['project']>;
  now: number;
  /** It stays where it is, whatever it changes: nothing moves under the pointer. */
  mainButton: ReactNode;
  /** What changes the end. */
  children: ReactNode;
}

/** One box: what is stored, and its change (rule S13). */
export function StatusBox({ panel, project, now, mainButton, children }: StatusBoxProps) {
  const texts = useTexts();
  const { me } = panel;
  return (
    <div className={me.online ? 'agent-box agent-box-online' : 'agent-box'}>
      <div className="agent-box-head">
        <p className="agent-status-line">
          <span className={me.online ? 'fd-dot fd-dot-online' : 'fd-dot'} aria-hidden="true" />
          <strong>{statusWords(texts, panel, project, now)}</strong>
        </p>
        {mainButton}
      </div>
      {me.isNew && <FirstTime longestMinutes={panel.longestMinutes} />}
      {children}
      {!me.online && <p className="fd-small fd-subtle">{texts.t('agent.stillAnswering')}</p>}
    </div>
  );
}

/** What "online" means, and for how long, for somebody who never was. */
function FirstTime({ longestMinutes }: { longestMinutes: number | null }) {
  const texts = useTexts();
  return (
    <div>
      <p>{texts.t('agent.firstTime', { words: texts.t('widget.stateOnline') })}</p>
      <p>
        {texts.t('agent.firstTimeEnd')}
        {longestMinutes !== null &&
          ` ${texts.t('agent.firstTimeLongest', { duration: duration(longestMinutes * 60_000, texts) })}`}
      </p>
    </div>
  );
}
