import type { ProjectSettingsPage } from '../../../src/contract/settings';
import type { Texts } from '../../app/texts';
import { runningStretch } from '../../closures/closure-stretches';
import { customersRead } from '../../app/customers-read';
import type { PreviewLook } from './preview-look';

type Drawn = Extract<PreviewLook, { drawn: true }>;
type Told = Parameters<typeof customersRead>[1];

export interface PreviewWords {
  state: string;
  /** What a closure says to customers. */
  message: string;
  /** There is no closure whose words these could be. */
  isExample: boolean;
}

const HOUR = 60 * 60_000;
const NO_PROMISE: Told = { nextOnlineAt: null };

/** What the widget's head says in that state: with the promise there is now, and the closure that runs or comes next. */
export function previewWords(
  texts: Texts,
  state: Drawn['state'],
  { told, state: present, closures }: Pick<ProjectSettingsPage, 'told' | 'state' | 'closures'>,
  now: number,
): PreviewWords {
  const { t } = texts;
  /** As the widget puts it together. */
  function head(plain: string, shown: Told): string {
    const { closed, promise } = customersRead(texts, shown, now);
    return [closed || plain, promise].filter(Boolean).join(' · ');
  }
  const promised = told && present !== 'online' ? told : NO_PROMISE;
  if (state === 'closed') {
    const running = runningStretch(closures, now);
    const [next] = closures;
    // An end within the day, so that the words are those of most closures.
    const until = running?.until ?? (next ? Date.parse(next.until) : Math.ceil(now / HOUR) * HOUR + HOUR);
    const message = (running?.row ?? next)?.message ?? '';
    const closed = { until: new Date(until).toISOString(), message };
    return {
      state: head('', { ...(running ? promised : NO_PROMISE), closed }),
      message,
      isExample: !next,
    };
  }
  if (state === 'online')
    return { state: head(t('widget.stateOnline'), NO_PROMISE), message: '', isExample: false };
  const { closed: _, ...open } = promised;
  return { state: head(t('widget.stateOffline'), open), message: '', isExample: false };
}
