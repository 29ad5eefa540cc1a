import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { MenuButton } from '../ui/menu-button';
import { useTexts } from '../app/texts-context';
import type { Scope } from './wish';

export interface OfflineMenuProps {
  project: string;
  onSelect(scope: Scope): void;
}

/** The ▾ of "Go offline": here, or in all my projects. */
export function OfflineMenu({ project, onSelect }: OfflineMenuProps) {
  const { t } = useTexts();
  const label = t('agent.moreWaysOffline');
  return (
    <MenuButton
      label={label}
      items={[
        {
          key: 'project',
          content: t('agent.offlineIn', { project }),
          onSelect: () => onSelect('project'),
        },
        { key: 'all', content: t('agent.offlineEverywhere'), onSelect: () => onSelect('all') },
      ]}
      renderTrigger={(menu) => (
        <button type="button" className="fd-icon-button agent-menu-trigger" aria-label={label} {...menu}>
          <ChevronDownIcon label="" size="small" />
        </button>
      )}
    />
  );
}
