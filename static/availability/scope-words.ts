import { clockTime } from '../app/format-time';
import type { Texts } from '../app/texts';
import { fewNames, untilWords } from './end-words';
import type { ScopeChanges } from './scope-changes';

/** What going online in all of my projects would do, a sentence per kind; none: nothing (rule S13). */
export function scopeWords(texts: Texts, { starts, moves, end }: ScopeChanges, now: number): string[] {
  const until = untilWords(texts, end, now);
  const sentences: string[] = [];
  if (starts.length > 0) {
    const projects = fewNames(
      texts,
      starts.map(({ name }) => name),
    );
    sentences.push(texts.t('agent.willGoOnline', { projects, until }));
  }
  if (moves.length > 0) {
    const projects = fewNames(
      texts,
      moves.map(({ name, until: before }) =>
        texts.t('agent.projectNow', {
          project: name,
          until: before === null ? texts.t('agent.noEnd') : clockTime(Date.parse(before), now, texts),
        }),
      ),
    );
    sentences.push(
      end === null
        ? texts.t('agent.willMoveOpen', { projects })
        : texts.t('agent.willMove', { projects, time: clockTime(end, now, texts) }),
    );
  }
  return sentences;
}
