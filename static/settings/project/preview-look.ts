import type { ProjectSettings } from '../../../src/domain/settings';

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
      /** Name and e-mail: not asked for, offered, or needed so that the answer can reach the visitor. */
      details: 'none' | 'offered' | 'needed';
      /** They have to log in, whatever they say of themselves. */
      logIn?: true;
    };

type Deciding = Pick<
  ProjectSettings,
  'chatEnabled' | 'anonymous' | 'hideWhenOffline' | 'suggestRegistration' | 'loggedInOnly'
>;

/** What a customer would see with these settings (rules C2, C3, C6, C7). */
export function previewLook(settings: Deciding, { somebodyOnline, identified }: PreviewScene): PreviewLook {
  if (!settings.chatEnabled) return { drawn: false, because: 'chat-disabled' };
  if (settings.hideWhenOffline && !somebodyOnline) return { drawn: false, because: 'nobody-online' };
  if (settings.loggedInOnly && !identified)
    return { drawn: true, online: somebodyOnline, details: 'none', logIn: true };
  const anonymousMayStart =
    settings.anonymous === 'always' || (settings.anonymous === 'when-online' && somebodyOnline);
  const fromAnonymous = !anonymousMayStart ? 'needed' : settings.suggestRegistration ? 'offered' : 'none';
  return { drawn: true, online: somebodyOnline, details: identified ? 'none' : fromAnonymous };
}
