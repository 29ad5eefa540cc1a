import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { clockTime, dayNumber } from '../../app/format-time';
import type { Texts } from '../../app/texts';
import { runningStretch } from '../../closures/closure-stretches';
import type { PreviewLook } from './preview-look';

type Drawn = Extract<PreviewLook, { drawn: true }>;

export interface PreviewWords {
  state: string;
  /** What a closure says to customers. */
  message: string;
  /** There is no closure whose words these could be. */
  isExample: boolean;
}

const HOUR = 60 * 60_000;

/** What the widget's head says in that state: with the promise there is now, and the closure that runs or comes next. */
export function previewWords(
  texts: Texts,
  state: Drawn['state'],
  { told, state: present, closures }: Pick<ProjectSettingsPage, 'told' | 'state' | 'closures'>,
  now: number,
): PreviewWords {
  const { t } = texts;
  if (state === 'closed') {
    const running = runningStretch(closures, now);
    const [next] = closures;
    // An end within the day, so that the words are those of most closures.
    const until = running?.until ?? (next ? Date.parse(next.until) : Math.ceil(now / HOUR) * HOUR + HOUR);
    const message = (running?.row ?? next)?.message ?? '';
    const words = t('closure.closedUntil', { time: clockTime(until, now, texts) });
    return { state: words, message, isExample: !next };
  }
  const plain = t(state === 'online' ? 'widget.stateOnline' : 'widget.stateOffline');
  const at = state === 'offline' && present !== 'online' ? told?.nextOnlineAt : null;
  const promise = at ? promiseWords(texts, Date.parse(at), told?.expected === true, now) : '';
  return { state: [plain, promise].filter(Boolean).join(' · '), message: '', isExample: false };
}

function promiseWords(texts: Texts, at: number, isExpected: boolean, now: number): string {
  const { t, locale } = texts;
  if (at <= now) return isExpected ? t('settings.previewExpectedNow') : '';
  if (isExpected) return t('settings.previewExpected', { time: clockTime(at, now, texts) });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  if (dayNumber(at, undefined) === dayNumber(now, undefined)) return t('widget.backAt', { time });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(at);
  return t('widget.backOn', { day, time });
}
