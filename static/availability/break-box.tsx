import type { ReactNode } from 'react';
import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import { statusWords } from './status-words';

export interface BreakBoxProps {
  panel: Panel;
  project: NonNullable<Panel['project']>;
  now: number;
  /** "I’m back", and what else there is to do. */
  mainButton: ReactNode;
}

/** On a break: until when, and the way back (rule H8). */
export function BreakBox({ panel, project, now, mainButton }: BreakBoxProps) {
  const texts = useTexts();
  return (
    <div className="agent-box">
      <div className="agent-box-head">
        <p className="agent-status-line">
          <span className="fd-dot" aria-hidden="true" />
          <strong>{statusWords(texts, panel, project, now)}</strong>
        </p>
        {mainButton}
      </div>
      <p className="fd-small fd-subtle">{texts.t('agent.breakHelp')}</p>
    </div>
  );
}
