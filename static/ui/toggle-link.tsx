import type { ReactNode } from 'react';

export interface ToggleLinkProps {
  isOpen: boolean;
  /** The id of what is shown while it is open. */
  controls: string;
  className?: string;
  onToggle(): void;
  children: ReactNode;
}

/** A button in a line of text that shows something below, and hides it again. */
export function ToggleLink({ isOpen, controls, className = 'fd-link', onToggle, children }: ToggleLinkProps) {
  return (
    <button
      type="button"
      className={className}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={onToggle}
    >
      {children}
    </button>
  );
}
