import type { Panel } from '../../src/contract/panel';
import { clockTime } from '../app/format-time';
import type { Texts } from '../app/texts';
import { useTexts } from '../app/texts-context';
import type { CustomerPromise } from './promise';
import { promiseWords, type Tense } from './promise-words';
import { scopeChanges } from './scope-changes';
import { questionWords } from './question-words';
import { scopeWords } from './scope-words';
import { myState, statusWords } from './status-words';
import { useAnnounced } from './use-announced';
import type { StayForm } from './use-stay-form';

interface PromiseNews {
  panel: Panel;
  project: NonNullable<Panel['project']>;
  /** As it is drawn, in `tense`. */
  promise: CustomerPromise;
  now: number;
  tense: Tense;
  /** What I asked for here is under way. */
  isPending: boolean;
  /** What is chosen and not stored; null: nothing. */
  form: Pick<StayForm, 'chosen' | 'scope' | 'end'> | null;
}

/** Says my status and the promise once for each change that is stored, and the promise for each choice that is not. */
export function usePromiseNews(news: PromiseNews): void {
  const { panel, project, promise, now, tense, isPending, form } = news;
  const texts = useTexts();
  const { me } = panel;
  const promised = promiseWords(texts, promise, { me, now, tense }).join(' ').trim();
  const state = myState(me, project.id);
  const status =
    me.online && me.until !== null
      ? texts.t('agent.youAreOnlineUntil', {
          project: project.name,
          time: clockTime(Date.parse(me.until), now, texts),
        })
      : state === 'asked' || state === 'break'
        ? spokenStatus(texts, panel, project, now)
        : texts.t(me.online ? 'agent.youAreOnlineNow' : 'agent.youAreOfflineNow', { project: project.name });
  const stored = `${state} ${seconds(me.until)} ${project.state} ${project.told?.closed?.until ?? ''}`;
  useAnnounced(isPending || tense === 'will' ? null : stored, `${status} ${promised}`.trim());
  const does = form?.scope === 'all' ? scopeWords(texts, scopeChanges(panel, form.end(now), now), now) : [];
  useAnnounced(
    form ? JSON.stringify([form.chosen, form.scope]) : 'nothing chosen',
    form ? [...does, promised].join(' ') : '',
  );
}

/** The same end in two records may differ by less than a second. */
const seconds = (until: string | null): number | null =>
  until === null ? null : Math.floor(Date.parse(until) / 1_000);

function spokenStatus(
  texts: Texts,
  panel: Panel,
  project: NonNullable<Panel['project']>,
  now: number,
): string {
  const { asked } = panel.me;
  if (!asked) return `${statusWords(texts, panel, project, now)}.`;
  const { title, body } = questionWords(texts, asked, panel, now);
  return `${title} ${body}`;
}
