import Button from '@atlaskit/button/new';
import type { Panel } from '../../src/contract/panel';
import { clockTime } from '../app/format-time';
import { useTexts } from '../app/texts-context';
import { Notice } from '../ui/notice';
import { openProjectPage } from './open-project-page';

export interface ClosedNoticeProps {
  closed: { until: string; message: string };
  panel: Panel;
  project: NonNullable<Panel['project']>;
  now: number;
  /** Absent: they may not change it, or not here. */
  onChange?: (() => void) | undefined;
}

/** The desk is closed for a time: what customers read, and that nobody's own status changes by it (rule H4). */
export function ClosedNotice({ closed, panel, project, now, onChange }: ClosedNoticeProps) {
  const texts = useTexts();
  const { t } = texts;
  const { until, message } = closed;
  return (
    <Notice
      tone="warning"
      title={t('agent.closedTitle', { time: clockTime(Date.parse(until), now, texts) })}
      {...(onChange && {
        actions: (
          <Button spacing="compact" onClick={onChange}>
            {t('agent.closedChange')}
          </Button>
        ),
      })}
      {...(!onChange &&
        panel.me.mayPutOffline && {
          actions: (
            <Button spacing="compact" onClick={() => openProjectPage('project-settings', project.key)}>
              {t('agent.settings')}
            </Button>
          ),
        })}
    >
      {message !== '' && <p>{t('agent.closedBecause', { message })}</p>}
      {panel.me.isAgent && <p>{t('agent.closedStatusStays')}</p>}
    </Notice>
  );
}
