import { router } from '@forge/bridge';
import type { MouseEvent, ReactNode } from 'react';
import { useTexts } from '../shared/texts-context';

export interface WebLinkProps {
  /** http or https. */
  href: string;
  children: ReactNode;
}

/** A link that somebody else chose, in a new tab: by Jira, since an app's frame may not be let to open one. */
export function WebLink({ href, children }: WebLinkProps) {
  const { t } = useTexts();
  function open(event: MouseEvent): void {
    event.preventDefault();
    // Refused when somebody chooses to stay: nothing to tell.
    void router.open(href).catch(() => undefined);
  }
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow" onClick={open}>
      {children} <span className="fd-hidden">{t('inbox.newTab')}</span>
    </a>
  );
}
