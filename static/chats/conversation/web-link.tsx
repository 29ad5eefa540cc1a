import { router } from '@forge/bridge';
import type { MouseEvent } from 'react';
import { useTexts } from '../../app/texts-context';

export interface WebLinkProps {
  /** http or https. */
  href: string;
  text: string;
}

/** A link that somebody else chose, in a new tab: by Jira, since an app's frame may not be let to open one. */
export function WebLink({ href, text }: WebLinkProps) {
  const { t } = useTexts();
  function open(event: MouseEvent): void {
    event.preventDefault();
    // Refused when somebody chooses to stay: nothing to tell.
    void router.open(href).catch(() => undefined);
  }
  // Told in the name alone: whoever copies a message is to have what was typed and nothing else.
  const name = `${text} ${t('inbox.newTab')}`;
  return (
    <a
      aria-label={name}
      href={href}
      title={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      onClick={open}
    >
      {text}
    </a>
  );
}
