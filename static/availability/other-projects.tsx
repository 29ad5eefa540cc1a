import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import type { MyProject, Panel } from '../../src/contract/panel';
import { closedRead } from '../app/customers-read';
import { clockTime, duration } from '../app/format-time';
import { useTexts } from '../app/texts-context';

/** More of them are shown when asked for. */
const SHOWN = 4;

export interface OtherProjectsProps {
  panel: Panel;
  now: number;
  onGoOffline(project: MyProject): void;
}

/** Where else I am online, until when, what customers read of a closure there, and the way out (rules S13, H4). */
export function OtherProjects({ panel, now, onGoOffline }: OtherProjectsProps) {
  const texts = useTexts();
  const id = useId();
  const [all, setAll] = useState(false);
  const online = panel.projects.filter((mine) => mine.online && mine.id !== panel.project?.id);
  if (online.length === 0) return null;
  const shown = all ? online : online.slice(0, SHOWN);
  return (
    <div className="agent-others">
      <h2 id={id} className="agent-subheading">
        {texts.t(panel.me.online ? 'agent.alsoOnlineIn' : 'agent.youAreOnlineIn')}
      </h2>
      <ul aria-labelledby={id}>
        {shown.map((project) => (
          <li key={project.id} className="agent-other">
            <span className="fd-dot fd-dot-online" aria-hidden="true" />
            <span className="agent-other-name">{project.name}</span>
            <span className="fd-subtle agent-other-until">
              {[endText(project), closedText(project)].filter(Boolean).join(' · ')}
            </span>
            <Button
              spacing="compact"
              aria-label={texts.t('agent.offlineIn', { project: project.name })}
              onClick={() => onGoOffline(project)}
            >
              {texts.t('agent.goOffline')}
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < online.length && (
        <div>
          <Button appearance="subtle" spacing="compact" onClick={() => setAll(true)}>
            {texts.t('agent.showAll', { count: online.length })}
          </Button>
        </div>
      )}
    </div>
  );

  function closedText({ closed }: MyProject): string {
    return closed ? closedRead(texts, Date.parse(closed.until), now) : '';
  }

  function endText({ until }: MyProject): string {
    if (until === null) return texts.t('agent.noEnd');
    const end = Date.parse(until);
    return texts.t('agent.untilLeft', {
      time: clockTime(end, now, texts),
      left: duration(end - now, texts),
    });
  }
}
