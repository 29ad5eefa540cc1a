import type { ProjectSettings } from '../../src/domain/settings';

/** Who looks, and when: what the preview can be switched between. */
export interface PreviewScene {
  somebodyOnline: boolean;
  identified: boolean;
}

export type PreviewLook =
  | { drawn: false; because: 'chat-disabled' | 'nobody-online' }
  | {
      drawn: true;
      online: boolean;
      /** `identify`: the visitor is asked to log in first, so that the answer can reach them. */
      next: 'start' | 'identify';
    };

/** What a customer would see with these settings (rules C2, C3, C6, C7). */
export function previewLook(
  settings: Pick<ProjectSettings, 'chatEnabled' | 'anonymous' | 'hideWhenOffline'>,
  { somebodyOnline, identified }: PreviewScene,
): PreviewLook {
  if (!settings.chatEnabled) return { drawn: false, because: 'chat-disabled' };
  if (settings.hideWhenOffline && !somebodyOnline) return { drawn: false, because: 'nobody-online' };
  const anonymousMayStart =
    settings.anonymous === 'always' || (settings.anonymous === 'when-online' && somebodyOnline);
  return {
    drawn: true,
    online: somebodyOnline,
    next: identified || anonymousMayStart ? 'start' : 'identify',
  };
}
