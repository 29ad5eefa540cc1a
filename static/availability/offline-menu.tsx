import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import type { Panel } from '../../src/contract/panel';
import { clockTime, duration } from '../app/format-time';
import { useTexts } from '../app/texts-context';
import { MenuButton, type MenuItem } from '../ui/menu-button';
import type { Reach } from './wish';

const MINUTE = 60_000;
/** Longer ones are the end of a shift, or a schedule’s lunch. */
const BREAK_MINUTES = [15, 30, 60];

export interface OfflineMenuProps {
  panel: Panel;
  project: NonNullable<Panel['project']>;
  now: number;
  onLeave(reach: Reach): void;
  onBreak(minutes: number): void;
}

/** The ▾ beside the main button: a break, wherever I am online, or offline in one or all of my projects (rules S4, H8). */
export function OfflineMenu({ panel, project, now, onLeave, onBreak }: OfflineMenuProps) {
  const texts = useTexts();
  const { t } = texts;
  const isOnBreak = !panel.me.online;
  const isElsewhere = panel.projects.some(({ online, id }) => online && id !== project.id);
  const label = t(
    isOnBreak ? 'agent.changeBreak' : isElsewhere ? 'agent.moreWaysOffline' : 'agent.takeBreak',
  );
  const here = { scope: 'project', projectId: project.id } as const;
  const breaks: MenuItem[] = BREAK_MINUTES.map((minutes) => ({
    key: `break-${String(minutes)}`,
    content: (
      <span className="agent-choice">
        <span>{t('agent.breakOf', { duration: duration(minutes * MINUTE, texts) })}</span>{' '}
        <span className="fd-subtle">
          {t('agent.untilTime', { time: clockTime(now + minutes * MINUTE, now, texts) })}
        </span>
      </span>
    ),
    onSelect: () => onBreak(minutes),
  }));
  const leaves: MenuItem[] = isOnBreak
    ? [{ key: 'end', content: t('agent.endBreakOffline'), onSelect: () => onLeave({ scope: 'all' }) }]
    : [
        {
          key: 'project',
          content: t('agent.offlineIn', { project: project.name }),
          onSelect: () => onLeave(here),
        },
        { key: 'all', content: t('agent.offlineEverywhere'), onSelect: () => onLeave({ scope: 'all' }) },
      ];
  return (
    <MenuButton
      label={label}
      items={isOnBreak || isElsewhere ? [...leaves, ...breaks] : breaks}
      renderTrigger={(menu) => (
        <button
          type="button"
          className="fd-icon-button agent-menu-trigger"
          aria-label={label}
          title={label}
          {...menu}
        >
          <ChevronDownIcon label="" size="small" />
        </button>
      )}
    />
  );
}
