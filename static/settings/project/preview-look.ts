import { shownIn } from '../../../src/domain/clock/shown-table';
import type { ProjectSettings } from '../../../src/domain/settings';

/** When somebody looks. `outside`: of the hours. */
export type PreviewMoment = 'somebody' | 'nobody' | 'closed' | 'outside';

/** Who looks, and when: what the preview can be switched between. */
export interface PreviewScene {
  moment: PreviewMoment;
  identified: boolean;
}

export type PreviewLook =
  | { drawn: false; because: 'chat-disabled' | 'nobody-online' | 'outside-hours' }
  | {
      drawn: true;
      state: 'online' | 'offline' | 'closed';
      /** Name and e-mail: not asked for, offered, or needed so that the answer can reach the visitor. */
      details: 'none' | 'offered' | 'needed';
      /** They have to log in, whatever they say of themselves. */
      logIn?: true;
    };

type Deciding = Pick<
  ProjectSettings,
  'chatEnabled' | 'anonymous' | 'hideWhenOffline' | 'suggestRegistration' | 'loggedInOnly'
>;

/** What a customer would see with these settings (rules C2, C3, C6, C7, H3, H4). */
export function previewLook(settings: Deciding, { moment, identified }: PreviewScene): PreviewLook {
  if (!settings.chatEnabled) return { drawn: false, because: 'chat-disabled' };
  const state = shownIn(settings, {
    inHours: moment !== 'outside',
    closed: moment === 'closed',
    online: moment === 'somebody',
  });
  if (state === 'hidden')
    return { drawn: false, because: moment === 'outside' ? 'outside-hours' : 'nobody-online' };
  if (settings.loggedInOnly && !identified) return { drawn: true, state, details: 'none', logIn: true };
  const anonymousMayStart =
    settings.anonymous === 'always' || (settings.anonymous === 'when-online' && state === 'online');
  const fromAnonymous = !anonymousMayStart ? 'needed' : settings.suggestRegistration ? 'offered' : 'none';
  return { drawn: true, state, details: identified ? 'none' : fromAnonymous };
}
