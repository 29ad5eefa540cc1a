import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import './menu-button.css';

/** What a button needs to open the menu. */
interface MenuTrigger {
  ref: RefObject<HTMLButtonElement>;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  onClick(): void;
}

export interface MenuItem {
  key: string;
  content: ReactNode;
  /** One of several of which one holds. */
  checked?: boolean;
  onSelect(): void;
}

export interface MenuButtonProps {
  /** What the choice is about. */
  label: string;
  items: MenuItem[];
  renderTrigger(menu: MenuTrigger): ReactNode;
}

/** A button that offers a choice. Ours, since Atlaskit's dropdown menu weighs 60 KB gzip. */
export function MenuButton({ label, items, renderTrigger }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const checked = list.current?.querySelector<HTMLElement>('[aria-checked="true"]');
    (checked ?? list.current?.querySelector('button'))?.focus();
    const closeOutside = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    }
    if (event.key === 'Tab') return setOpen(false);
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((each) => each === document.activeElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    buttons.at(step % buttons.length)?.focus();
  }

  const choose = (onSelect: () => void) => (): void => {
    close();
    onSelect();
  };
  return (
    <div className="menu-button" ref={box}>
      {renderTrigger({
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        onClick: () => setOpen(!open),
      })}
      {open && (
        <div
          className="menu-button-items"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          ref={list}
          onKeyDown={onKeyDown}
        >
          {items.map(({ key, content, checked, onSelect }) => (
            <button
              key={key}
              type="button"
              role={checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={checked}
              onClick={choose(onSelect)}
            >
              {checked !== undefined && (
                <span className="menu-button-check">
                  {checked && <CheckMarkIcon label="" size="small" />}
                </span>
              )}
              {content}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
