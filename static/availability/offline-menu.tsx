import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTexts } from '../app/texts-context';
import type { Scope } from './wish';

export interface OfflineMenuProps {
  project: string;
  onSelect(scope: Scope): void;
}

/** The ▾ of "Go offline": here, or in all my projects. Ours, since Atlaskit's dropdown menu weighs 60 KB gzip. */
export function OfflineMenu({ project, onSelect }: OfflineMenuProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const items = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    items.current?.querySelector('button')?.focus();
    const closeOutside = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  function close(): void {
    setOpen(false);
    trigger.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    }
    if (event.key === 'Tab') return setOpen(false);
    const buttons = [...(items.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    buttons.at(step % buttons.length)?.focus();
  }

  const choose = (scope: Scope) => (): void => {
    close();
    onSelect(scope);
  };
  return (
    <div className="agent-menu" ref={box}>
      <button
        ref={trigger}
        type="button"
        className="fd-icon-button agent-menu-trigger"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('agent.moreWaysOffline')}
        onClick={() => setOpen(!open)}
      >
        <ChevronDownIcon label="" size="small" />
      </button>
      {open && (
        <div className="agent-menu-items" role="menu" tabIndex={-1} ref={items} onKeyDown={onKeyDown}>
          <button type="button" role="menuitem" onClick={choose('project')}>
            {t('agent.offlineIn', { project })}
          </button>
          <button type="button" role="menuitem" onClick={choose('all')}>
            {t('agent.offlineEverywhere')}
          </button>
        </div>
      )}
    </div>
  );
}
